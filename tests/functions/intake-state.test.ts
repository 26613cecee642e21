import { describe, expect, test } from 'vitest';
import { mayLeaveOutPolice } from '../../functions/report/contract/may-leave-out-police.ts';
import type { Partnership } from '../../functions/report/contract/model.ts';
import type { RecipientSetting } from '../../functions/report/contract/recipient-setting.ts';
import type { RoutingModel, SendRule } from '../../functions/report/contract/routing-table.ts';
import { intakeState } from '../../functions/report/intake-state.ts';

const partnership: Partnership = {
  id: 'test',
  name: 'Test',
  area: { name: 'Testshire', short: 'T' },
  controller: { name: 'A council', kind: 'council' },
  contact: null,
  exit: 'https://example.org/',
  intake: 'open',
  marking: 'OFFICIAL',
};

const mailbox: RecipientSetting = {
  email: 'a@example.org',
  reads: '24/7',
  agreed: '2027-01-01',
  tested: '2027-01-02',
  acknowledges: false,
  json: false,
};

const sendRule = (id: string, primary: SendRule['sendTo']['primary']): SendRule => ({
  id,
  when: {},
  outcome: 'send',
  sendTo: { primary, copies: ['children@area'] },
  then: [],
  waitMinutes: { urgent: 30, other: 1440 },
  contacts: [],
});

const routing: RoutingModel = {
  rules: [
    { id: '1-danger', when: { danger: ['yes'] }, outcome: 'emergency', contacts: [] },
    sendRule('10-unknown', ['helpline', 'police']),
    sendRule('12-rest', ['police']),
  ],
  offers: [],
  mustKeep: [],
  areas: [{ id: 'here', kind: 'council', socialCare: 'here', district: 'here' }],
  places: [],
};

const live = {
  demo: false,
  intake: 'open',
  recipients: new Map([['police', mailbox]]),
  mail: { relays: ['smtps://mail.example.org'], from: 'site@example.org', alertTo: 'us@example.org' },
} as const;

const why = (settings: Partial<Parameters<typeof intakeState>[0]>, change: Partial<Partnership> = {}) => {
  const state = intakeState({ ...live, ...settings }, { ...partnership, ...change }, routing);
  return state.open ? [] : state.why;
};

describe('intake', () => {
  test('opens when every rule that mails has a tested mailbox and someone answers for it', () => {
    expect(intakeState(live, partnership, routing)).toEqual({ open: true });
  });

  test.each<[about: string, reasons: readonly string[], hint: RegExp]>([
    ['the setting shuts it', why({ intake: 'closed' }), /^INTAKE=closed/],
    ['the partnership has phones only', why({}, { intake: 'phones-only' }), /^partnership\.yaml says intake/],
    ['nobody answers in law for the reports', why({}, { controller: null }), /^partnership\.yaml names no controller/],
    ['nobody would hear of mail that fails', why({ mail: { ...live.mail, alertTo: undefined } }), /^ALERT_TO/],
    [
      'a mailbox was never tested',
      why({ recipients: new Map([['police', { ...mailbox, tested: undefined }]]) }),
      /^police has no tested day: run `npm run send-test -- police`/,
    ],
    [
      'a copy goes to a mailbox that was never tested',
      why({ recipients: new Map([...live.recipients, ['children-here', { ...mailbox, tested: undefined }]]) }),
      /^children-here has no tested day/,
    ],
    [
      'a rule mails nobody, although another is served',
      why({ recipients: new Map([['helpline', mailbox]]) }),
      /^Rule 12-rest mails nobody: give police a mailbox/,
    ],
  ])('stays shut for one reason when %s', (...[, reasons, hint]) => {
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toMatch(hint);
  });

  test('with no mailbox at all, every rule that mails says whom it needs', () => {
    expect(why({ recipients: new Map() })).toEqual([
      'Rule 10-unknown mails nobody: give helpline or police a mailbox in RECIPIENTS_FILE.',
      'Rule 12-rest mails nobody: give police a mailbox in RECIPIENTS_FILE.',
    ]);
  });

  test('the form for people under 18 says that its first agency gets it, so without that one intake stays shut', () => {
    const young = { ...sendRule('3-under-18', ['police', 'helpline']), when: { reporter: ['under-18'] } } as const;
    const recipients = new Map([['helpline', mailbox]]);
    expect(intakeState({ ...live, recipients }, partnership, { ...routing, rules: [young] })).toEqual({
      open: false,
      why: ['The form for people under 18 says that police gets it: give police a mailbox in RECIPIENTS_FILE.'],
    });
    expect(intakeState(live, partnership, { ...routing, rules: [young] })).toEqual({ open: true });
  });

  test('an agency that only holds sometimes does not serve a rule on its own', () => {
    const rules = [sendRule('9-safety', [{ to: 'helpline', when: { care: true } }, 'police'])];
    const recipients = new Map([['helpline', mailbox]]);
    expect(intakeState({ ...live, recipients }, partnership, { ...routing, rules }).open).toBe(false);
  });

  test('a demo is open whatever is missing, since it reaches nobody', () => {
    const nothing = { ...live, demo: true, recipients: new Map() } as const;
    expect(intakeState(nothing, { ...partnership, controller: null }, routing)).toEqual({ open: true });
  });

  test('INTAKE=closed shuts a demo too', () => {
    expect(why({ demo: true, intake: 'closed' })).toEqual(['INTAKE=closed: unset it to take reports again.']);
  });
});

test.each<[kind: 'police' | 'pcc' | 'council' | 'charity' | 'university', offered: boolean]>([
  ['police', false],
  ['pcc', false],
  ['council', true],
  ['charity', true],
  ['university', true],
])('a site run by a %s offers to leave out the police: %s', (kind, offered) => {
  expect(mayLeaveOutPolice({ controller: { name: 'X', kind } })).toBe(offered);
});
