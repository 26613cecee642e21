import { choices } from '#contract/answers.ts';
import { makeSafe, type RawInputs } from '#contract/make-safe.ts';
import { routeReport } from '#contract/route-report.ts';
import type { RoutingModel } from '#contract/routing-table.ts';
import { areaInvariants } from './area-invariants.ts';
import { concernInvariants } from './concern-invariants.ts';
import { envelopeInvariants } from './envelope-invariants.ts';
import { phoneInvariants } from './phone-invariants.ts';
import { reporterInvariants } from './reporter-invariants.ts';
import type { Invariant, RoutingCase } from './routing-case.ts';

export const invariants: readonly Invariant[] = [
  ...envelopeInvariants,
  ...reporterInvariants,
  ...areaInvariants,
  ...concernInvariants,
  ...phoneInvariants,
];

const orBlank = <T>(values: readonly T[]) => [undefined, ...values];
const yesOrNo = [false, true];

/** Every answer to everything but the place, once for each place given. Blank is an answer like any other. */
export function* everyAnswer({ areas }: RoutingModel, places: readonly (string | undefined)[]): Generator<RawInputs> {
  for (const danger of orBlank(choices.danger))
    for (const reporter of orBlank(choices.reporter))
      for (const concern of orBlank(choices.concern))
        for (const child of orBlank(choices.child))
          for (const { id: area } of [{ id: undefined }, ...areas])
            for (const place of places)
              for (const control of yesOrNo)
                for (const care of yesOrNo)
                  yield { danger, reporter, concern, control, child, care, place, area, exclude: [] };
}

/** Who may have a mailbox: everybody a rule can name, the police alone, nobody. */
export const mailboxStates = (everybody: readonly string[]): Readonly<Record<string, ReadonlySet<string>>> => ({
  all: new Set(everybody),
  'police only': new Set(['police']),
  none: new Set(),
});

/**
 * One set of answers with nobody left out, then the first, each other and each second contact alone, and everybody.
 * The first case is the one with nobody left out.
 */
export function* casesOf(
  raw: RawInputs,
  model: RoutingModel,
  { configured, everybody }: { configured: ReadonlySet<string>; everybody: readonly string[] },
): Generator<RoutingCase> {
  const first = decide(raw, model, configured);
  yield first;
  for (const { id } of first.decision.recipients) yield decide({ ...raw, exclude: [id] }, model, configured);
  for (const id of first.decision.then) yield decide({ ...raw, exclude: [id] }, model, configured);
  yield decide({ ...raw, exclude: everybody }, model, configured);
}

const decide = (raw: RawInputs, model: RoutingModel, configured: ReadonlySet<string>): RoutingCase => ({
  raw,
  configured,
  decision: routeReport(makeSafe(raw), model, configured),
});

/** The first sentence that is not true of a case, with the case; undefined when all are. */
export function firstUntrue(one: RoutingCase): string | undefined {
  const untrue = invariants.find(({ holds }) => !holds(one));
  if (untrue === undefined) return undefined;
  const { raw, configured, decision } = one;
  return `${untrue.sentence} [${untrue.source}]: ${JSON.stringify({ raw, configured: [...configured], decision })}`;
}

/** Looks through the answers until a sentence is untrue or a case has no answer at all. */
export function firstFault(model: RoutingModel, everybody: readonly string[]): string | undefined {
  const states = [new Set(everybody), new Set(['police'])];
  for (const raw of everyAnswer(model, ['garment-factory']))
    for (const configured of states) {
      const fault = faultOf(raw, model, configured);
      if (fault !== undefined) return fault;
    }
  return undefined;
}

function faultOf(raw: RawInputs, model: RoutingModel, configured: ReadonlySet<string>): string | undefined {
  try {
    return firstUntrue(decide(raw, model, configured));
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
