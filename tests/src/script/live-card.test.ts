import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choices } from '../../../functions/report/contract/answers.ts';
import { decide } from '../../../functions/report/contract/decide.ts';
import { mailableAgencies } from '../../../functions/report/contract/mailable-agencies.ts';
import { model } from '../../../functions/report/model.ts';
import { knownIds } from '../../../functions/report/steps/known-ids.ts';
import { showCards } from '../../../functions/report/steps/show-cards.ts';
import { validate } from '../../../functions/report/steps/validate.ts';
import { cardTree } from '../../../src/script/live/card-tree.ts';
import { liveCard } from '../../../src/script/live/live-card.ts';
import { reportOf } from '../../../src/script/live/report-of.ts';

const routing = { ...model, ...model.routes };
const mailed = mailableAgencies(routing);
const known = knownIds({ model, locales: ['en'] });
const ids = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const one = (values: readonly string[]) => fc.subarray([...values], { maxLength: 1 });

/** Any ticks that a form can have. */
const ticks = fc
  .record({
    danger: one(choices.danger),
    reporter: one(choices.reporter),
    concern: one(choices.concern),
    child: one(choices.child),
    lately: one(choices.lately),
    place: one(ids(model.places)),
    area: one(ids(model.areas)),
    signs: fc.subarray(ids(model.signs), { maxLength: 5 }).chain((some) => fc.shuffledSubarray(some)),
    care: one(['yes']),
    exclude: fc.subarray([...mailed], { maxLength: 2 }),
  })
  .map((answers) => new Map(Object.entries(answers)));

describe('the live card', () => {
  test('reads the ticks of a form as the function reads them', () => {
    fc.assert(
      fc.property(ticks, (answers) => {
        const validated = validate(answers, known);
        const report = reportOf(answers, model.signs);
        const sorted = { ...report, exclude: [...report.exclude].sort() };
        expect(validated.ok && { ...validated.report, exclude: [...validated.report.exclude].sort() }).toEqual(sorted);
      }),
    );
  });

  test('names everyone on the slips of the check page, in their order and part, whoever has a mailbox', () => {
    fc.assert(
      fc.property(ticks, fc.subarray([...mailed]), fc.boolean(), (answers, mailboxes, mayLeaveOutPolice) => {
        const configured = new Set(mailboxes);
        const decided = decide(reportOf(answers, model.signs), {
          signs: model.signs,
          routing,
          configured,
          mayLeaveOutPolice,
        });
        const { decision, urgency } = decided;
        const slips = showCards({ decision, urgency, recipients: new Map(), mayLeaveOutPolice });
        const card = liveCard(decided);
        expect(card.kind === 'send' ? card.rows : []).toEqual(slips.map(({ agency, role }) => ({ agency, role })));
        expect(card.kind === 'send').toBe(decision.outcome === 'send');
      }),
    );
  });

  test('leaves out an agency that has no number where only phones can help', () => {
    const words = { title: [], primary: [], copy: [], then: [], emergency: [], phones: ['Call'] };
    const agencies = {
      a: { name: ['A'], phone: [['a', { href: 'tel:101' }, '101'] as const] },
      b: { name: ['B'], phone: [] },
    };
    const tree = cardTree({ kind: 'phones', agencies: ['b', 'a', 'unknown'] }, { words, agencies });
    expect(JSON.stringify(tree)).toContain('tel:101');
    expect(JSON.stringify(tree).match(/"li"/g)).toHaveLength(1);
  });
});
