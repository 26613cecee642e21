import { asTarget, ofCouncil } from './contract/agencies-of.ts';
import { mailableAgencies } from './contract/mailable-agencies.ts';
import type { Partnership } from './contract/model.ts';
import type { RoutingModel, SendRule, Target } from './contract/routing-table.ts';
import type { Settings } from './settings.ts';

/** Shut, every way to the form is a page of phones; `why` is one sentence a reason, each with what mends it. */
export type IntakeState = { readonly open: true } | { readonly open: false; readonly why: readonly string[] };

const closedByHand = 'INTAKE=closed: unset it to take reports again.';

type Given = Pick<Settings, 'demo' | 'intake' | 'recipients' | 'mail'>;

/**
 * Whether reports are taken. A report that nobody has agreed to read is worse than no form, so every route that mails
 * needs a mailbox, its agreement and reading hours (both are part of a mailbox), a passed test and a named controller.
 * A demo reaches nobody, so it is open whatever is missing; `INTAKE=closed` shuts it all the same.
 */
export function intakeState(settings: Given, partnership: Partnership, routing: RoutingModel): IntakeState {
  if (settings.demo && settings.intake === 'open') return { open: true };
  if (settings.demo) return { open: false, why: [closedByHand] };
  const why = [
    ...doors(settings, partnership),
    ...unservedRules(settings, routing),
    ...brokenPromises(settings, routing),
    ...untestedMailboxes(settings, routing),
  ];
  return why.length === 0 ? { open: true } : { open: false, why };
}

function doors({ intake, mail }: Given, { intake: partnershipIntake, controller }: Partnership): string[] {
  const checks: readonly [shut: boolean, why: string][] = [
    [intake === 'closed', closedByHand],
    [
      partnershipIntake === 'phones-only',
      'partnership.yaml says intake: phones-only: change it to open when all agree.',
    ],
    [controller === null, 'partnership.yaml names no controller: name who answers in law for the reports.'],
    [mail.alertTo === undefined, 'ALERT_TO is not set: name the mailbox that is told when mail does not get through.'],
  ];
  return checks.filter(([shut]) => shut).map(([, why]) => why);
}

/** Rules whose reports nobody might get, with the agencies that could. */
function unservedRules({ recipients }: Given, routing: RoutingModel): string[] {
  const rules = routing.rules.filter((rule) => rule.outcome === 'send');
  return rules
    .filter(({ sendTo }) => !isServed(sendTo.primary, recipients, routing))
    .map(({ id, sendTo }) => `Rule ${id} mails nobody: give ${namesOf(sendTo, routing)} a mailbox in RECIPIENTS_FILE.`);
}

/** The form for people under 18 says who gets it before anything else, so there the first choice itself is needed. */
function brokenPromises({ recipients }: Given, routing: RoutingModel): string[] {
  const rules = routing.rules.filter((rule) => rule.outcome === 'send');
  const promised = rules
    .filter(({ when }) => when.reporter?.includes('under-18'))
    .flatMap(({ sendTo }) => sendTo.primary[0] ?? []);
  return promised
    .flatMap((target) => agenciesOf(target, routing))
    .filter((id) => !recipients.has(id))
    .map((id) => `The form for people under 18 says that ${id} gets it: give ${id} a mailbox in RECIPIENTS_FILE.`);
}

/** A first choice that always holds has its mailbox; or all of them have, whichever holds. */
function isServed(primary: readonly Target[], recipients: Given['recipients'], routing: RoutingModel): boolean {
  const targets = primary.map((target) => ({
    always: asTarget(target).when === undefined,
    configured: agenciesOf(target, routing).every((id) => recipients.has(id)),
  }));
  return (
    targets.some(({ always, configured }) => always && configured) || targets.every(({ configured }) => configured)
  );
}

function untestedMailboxes({ recipients }: Given, routing: RoutingModel): string[] {
  return mailableAgencies(routing)
    .filter((id) => recipients.has(id) && recipients.get(id)?.tested === undefined)
    .map(
      (id) =>
        `${id} has no tested day: run \`npm run send-test -- ${id}\`, and when they have read it write the day there.`,
    );
}

function namesOf({ primary }: SendRule['sendTo'], routing: RoutingModel): string {
  return [...new Set(primary.flatMap((target) => agenciesOf(target, routing)))].join(' or ');
}

/** The agencies a target can mean: one, or one of each council. */
function agenciesOf(target: Target, { areas }: RoutingModel): string[] {
  const { to } = asTarget(target);
  if (!to.includes('@')) return [to];
  return [...new Set(areas.map((area) => ofCouncil(to, area)).filter((id) => id !== undefined))];
}
