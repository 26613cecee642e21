import { z } from 'zod';
import { choices } from '#contract/answers.ts';
import { id } from './fields.ts';

const blank = 'blank';
const oneOrMore = 'name at least one, or take the line out';
const list = <T extends z.ZodType>(item: T) => z.array(item).min(1, oneOrMore);

const when = z
  .strictObject({
    danger: list(z.enum([...choices.danger, blank]))
      .optional()
      .describe('Answers to "is someone in danger now?".'),
    reporter: list(z.enum(choices.reporter)).optional().describe('Who writes; blank counts as public.'),
    concern: list(z.enum([...choices.concern, blank]))
      .optional()
      .describe('What people are made to do.'),
    child: list(z.enum([...choices.child, blank]))
      .optional()
      .describe('Answers to "is anyone under 18?".'),
    care: z.boolean().optional().describe('Whether someone cannot look after themselves.'),
    place: list(id).optional().describe('Kinds of place, by their id in places.yaml.'),
    safety: list(z.enum(['workplace-safety', 'environmental-health', 'unknown']))
      .optional()
      .describe('Who inspects work safety at such a place; a blank place is unknown.'),
    areaKind: list(z.enum(['council', 'railway', 'here', 'outside', 'unknown']))
      .optional()
      .describe('The kind of area, as areas.yaml says; a blank area is unknown.'),
  })
  .describe('Every line must hold, and a list holds when the answer is one of it; {} matches everything.');

const agency = z
  .string()
  .regex(/^([a-z0-9]+(-[a-z0-9]+)*|(children|adults|housing|environmental-health)@area)$/, {
    error: 'write the id of an agency, or one of children@area, adults@area, housing@area, environmental-health@area',
  })
  .describe('An agency by its id, or the agency of the council that looks after the area of the report.');

const target = z.union(
  [
    agency,
    z.strictObject({
      to: agency,
      when: when.optional().describe('Only then is the agency meant.'),
      keep: z.boolean().optional().describe('It may not be left out where the table says that the first may not.'),
    }),
  ],
  'write the id of an agency, or { to: its id, when: { … } } with conditions as a rule has them',
);

const minutes = z.number().int().positive();

const sendOnly = ['sendTo', 'then', 'waitMinutes'] as const;

const rule = z
  .strictObject({
    id: id.regex(/^\d+-/, 'begin it with the number of the rule in the design, such as 7-child'),
    when,
    orWhen: when.optional().describe('The rule matches as well when this holds.'),
    outcome: z
      .enum(['send', 'signpost', 'emergency', 'professional'])
      .describe('send mails the report; the other three keep nothing and show phones.'),
    sendTo: z
      .strictObject({
        primary: list(target).describe('The first that has a mailbox and was not left out gets the report.'),
        copies: z.array(target).describe('Each gets it as well, where a mailbox is agreed.'),
      })
      .optional()
      .describe('Who gets the report, for a rule that sends.'),
    then: z.array(target).optional().describe('Second contacts in order, if nobody opens the first.'),
    waitMinutes: z
      .strictObject({
        urgent: minutes.describe('Minutes until the first second contact gets an urgent report.'),
        other: minutes.describe('Minutes until the first second contact gets any other report.'),
      })
      .optional()
      .describe('How long a second contact waits; the next one waits twice as long, and so on.'),
    contacts: list(target).describe('Whom to phone, most useful first, mailed or not.'),
  })
  .refine((one) => sendOnly.every((key) => (one[key] !== undefined) === (one.outcome === 'send')), {
    error: 'a rule with the outcome "send" has "sendTo", "then" and "waitMinutes", and no other rule has any of them',
  });

/** A rule that could never match, or that leaves somebody without an answer, is a mistake in the order. */
const rules = z
  .array(rule)
  .refine((all) => all.findIndex(matchesEverything) === all.length - 1, {
    error: 'the last rule, and no other, has an empty "when": move it to the end or add it there',
  })
  .refine((all) => all.every((rule, index) => index === 0 || numberOf(rule) >= numberOf(all[index - 1] ?? rule)), {
    error: 'the rules stand in the order of their numbers: move the one that does not',
  })
  .describe('Read from top to bottom; the first that matches wins.');

/** `content/model/routes.yaml`: who gets a report. */
export const routesSchema = z.strictObject({
  rules,
  offers: list(target).describe('Whom to phone beside every result, after the phones of the rule.'),
  mustKeep: z.array(when).describe('Where any of these holds, the first agency may not be left out.'),
});

function matchesEverything(rule: { when: object; orWhen?: object | undefined }): boolean {
  return [rule.when, rule.orWhen].some((one) => one !== undefined && Object.keys(one).length === 0);
}

function numberOf({ id }: { id: string }): number {
  return Number.parseInt(id, 10);
}
