import fc from 'fast-check';
import { choices } from '../../../functions/report/contract/answers.ts';
import { mailableAgencies } from '../../../functions/report/contract/mailable-agencies.ts';
import type { RecipientSetting } from '../../../functions/report/contract/recipient-setting.ts';
import { model } from '../../../functions/report/model.ts';
import { aMailbox } from '../a-handler.ts';
import { aKeyPair } from '../openpgp/agency-keys.ts';

const { publicKey } = await aKeyPair();

const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);
const agencies = mailableAgencies({ ...model, ...model.routes });
const some = <T>(values: readonly T[]) => fc.option(fc.constantFrom(...values), { nil: undefined });

/** What the address of an agency's mailbox says of whose it is; the second one is of the same agency. */
export const agencyAt = (address: string): string => address.slice(0, address.indexOf('.'));

const mailboxOf = (id: string) =>
  fc
    .record({
      reads: fc.constantFrom('24/7', 'Mon-Fri 09:00-17:00', 'Sat 10:00-12:00'),
      second: fc.boolean(),
      // Most agencies have no key; of those that have one, some have a bad one.
      openpgp: fc.oneof(
        { weight: 12, arbitrary: fc.constant(undefined) },
        { weight: 1, arbitrary: fc.constantFrom('abc', publicKey) },
      ),
    })
    .map(({ reads, second, openpgp }): readonly [string, RecipientSetting] => [
      id,
      aMailbox({
        ...{ email: `${id}.first@agency.example`, reads, openpgp },
        backupEmail: second ? `${id}.second@agency.example` : undefined,
      }),
    ]);

/** Who has a mailbox: mostly nearly everyone. */
const anyMailboxes = fc
  .oneof(
    { weight: 4, arbitrary: fc.constant(agencies) },
    { weight: 1, arbitrary: fc.subarray([...agencies], { minLength: 3 }) },
    { weight: 1, arbitrary: fc.constant(['police', 'helpline']) },
  )
  .chain((ids) => fc.tuple(...ids.map(mailboxOf)))
  .map((entries) => new Map(entries));

/** Whom the reporter leaves out: nobody, those that matter most, or any of all that we know. */
const anyLeftOut = fc.oneof(
  { weight: 1, arbitrary: fc.constant([]) },
  { weight: 3, arbitrary: fc.subarray(['police', 'helpline', 'labour-enforcement', ...agencies.slice(0, 6)]) },
  { weight: 3, arbitrary: fc.constantFrom(['police'], ['helpline'], ['labour-enforcement']) },
  { weight: 1, arbitrary: fc.subarray(idsOf(model.agencies)) },
);

const anyAnswers = fc.record({
  danger: some(['unsure', 'no', 'no', 'no', 'no', 'called']),
  reporter: some(['public', 'public', 'public', 'affected', 'under-18']),
  concern: some(choices.concern.filter((concern) => !concern.endsWith('-only'))),
  child: some(['no', 'no', 'no', 'unsure', 'yes']),
  lately: some(choices.lately),
  place: some(idsOf(model.places)),
  area: some(idsOf(model.areas).filter((id) => id !== 'outside')),
  care: fc.constantFrom(undefined, 'yes'),
  signs: fc.subarray(idsOf(model.signs), { minLength: 1, maxLength: 4 }),
  exclude: anyLeftOut.map((ids) => [...new Set(ids)]),
});

/** One thing that happens to a report after it was sent. `pick` chooses among what there is to choose from. */
export type Turn =
  | { readonly kind: 'attempts'; readonly ends: readonly End[] }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'again' | 'give-up'; readonly pick: number }
  | { readonly kind: 'restart'; readonly mailboxes: ReadonlyMap<string, RecipientSetting> };

/** What a mail server answers, in the order in which it is asked. */
export type End = 'taken' | 'later' | 'never' | 'silence';

const anyEnd = fc.constantFrom<End>('taken', 'later', 'never', 'never', 'silence');

const anyTurn: fc.Arbitrary<Turn> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('attempts' as const), ends: fc.array(anyEnd, { maxLength: 4 }) }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 31, 61, 1441, 4321) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('again' as const, 'give-up' as const), pick: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restart' as const), mailboxes: anyMailboxes }) },
);

/** A report, whom it leaves out, who has a mailbox, and everything that comes after. */
export const anyStory = fc.record({
  mailboxes: anyMailboxes,
  answers: anyAnswers,
  turns: fc.array(anyTurn, { maxLength: 8 }),
});

export type Story = typeof anyStory extends fc.Arbitrary<infer T> ? T : never;
