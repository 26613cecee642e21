import agencies from '#content/en/agencies.json' with { type: 'json' };
import areas from '#content/en/areas.json' with { type: 'json' };
import concerns from '#content/en/concerns.json' with { type: 'json' };
import mail from '#content/en/mail.json' with { type: 'json' };
import places from '#content/en/places.json' with { type: 'json' };
import signs from '#content/en/signs.json' with { type: 'json' };
import type { Decision } from '../contract/decision.ts';
import type { Recipients } from '../contract/recipient-setting.ts';
import { blankReport, type Report } from '../contract/report.ts';
import { safeInputs } from '../contract/safe-inputs.ts';
import { urgencyOf } from '../contract/urgency.ts';
import type { Message } from '../mail/mail.ts';
import { model } from '../model.ts';
import { composeMail } from '../steps/compose.ts';
import { createWords } from '../words.ts';

export interface TestMessage {
  /** Agency id. */
  readonly agency: string;
  /** 16 bytes in hex, new for each test. */
  readonly id: string;
  readonly now: Date;
  readonly mailDomain: string;
  readonly recipients: Recipients;
}

/** Made-up answers, as a report about nobody would have them. */
const report: Report = {
  ...blankReport,
  danger: 'no',
  reporter: 'public',
  concern: 'labour',
  place: 'garment-factory',
  area: 'leicester',
  signs: model.signs
    .filter(({ kind }) => kind === 'core')
    .map(({ id }) => id)
    .slice(0, 2),
  lately: 'month',
  know: 'saw',
  where: 'TEST. No such place.',
  details: 'TEST. This is a made-up report. Nobody told us anything.',
};

const decisionFor = (agency: string): Decision => ({
  rule: '12-not-sure',
  outcome: 'send',
  recipients: [{ id: agency, role: 'primary' }],
  then: [],
  waitMinutes: { urgent: 0, other: 0 },
  contacts: ['helpline'],
  mustKeep: [],
  refusedExclusions: [],
});

/** The mail that an agency gets of a report, with "test" on it and nothing true in it. */
export function testMessage({ agency, id, now, mailDomain, recipients }: TestMessage): Message {
  const inputs = safeInputs(report, model);
  return composeMail({
    ...{ report, inputs, id, mailDomain, recipients, model },
    decision: decisionFor(agency),
    urgency: urgencyOf(report, inputs, model.signs),
    recipient: { id: agency, role: 'primary' },
    reference: 'TESTTEST',
    takenOn: now,
    releaseAt: now,
    words: createWords({ locale: 'en', resources: { agencies, areas, concerns, mail, places, signs }, fallback: {} }),
    suspect: false,
    sameAnswersBefore: undefined,
    test: true,
  });
}
