import { describe, expect, test } from 'vitest';
import { mailableAgencies } from '#contract/mailable-agencies.ts';
import type { RoutingModel } from '#contract/routing-table.ts';
import { realModel } from '../../support/routing/real-model.ts';
import { casesOf, everyAnswer, firstFault, firstUntrue, mailboxStates } from '../../support/routing/routing-proof.ts';

/** One place of each kind that a rule can tell apart; that the others behave like these is proved beside this file. */
const placeKinds = ['garment-factory', 'construction', 'shop', undefined] as const;

const everybody = mailableAgencies(realModel);
const states = Object.values(mailboxStates(everybody));

describe('the routing of every combination of answers, mailboxes and choices', () => {
  test('each gets exactly one outcome, and every sentence of the research is true of it', () => {
    const shares = new Map<string, number>();
    let combinations = 0;
    for (const raw of everyAnswer(realModel, placeKinds)) {
      const alike = placesLike(raw.place);
      for (const configured of states) {
        for (const one of casesOf(raw, realModel, { configured, everybody })) {
          const untrue = firstUntrue(one);
          if (untrue !== undefined) expect.fail(untrue);
          combinations += alike;
          shares.set(one.decision.rule, (shares.get(one.decision.rule) ?? 0) + alike);
        }
      }
    }
    report(shares, combinations);
    expect([...shares.keys()].sort()).toEqual(realModel.rules.map(({ id }) => id).sort());
  }, 600_000); // millions of cases: half a minute on an idle machine, more on a busy one
});

describe('no rule can be missed', () => {
  test('the sample on which rules are taken away has no fault as long as none is', () => {
    expect(firstFault(realModel, everybody)).toBeUndefined();
  });

  test.each(realModel.rules.map(({ id }) => id))('without %s a sentence of the research is untrue', (id) => {
    expect(
      firstFault(
        without((one) => one === id),
        everybody,
      ),
    ).toBeDefined();
  });

  const designRules = [...new Set(realModel.rules.map(({ id }) => numberOf(id)))];

  test('the twelve rules of the design are all here, in their order', () => {
    expect(designRules).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  });

  test.each(designRules)('without all rows of rule %i of the design a sentence of the research is untrue', (number) => {
    expect(
      firstFault(
        without((one) => numberOf(one) === number),
        everybody,
      ),
    ).toBeDefined();
  });
});

const without = (isGone: (id: string) => boolean): RoutingModel => ({
  ...realModel,
  rules: realModel.rules.filter(({ id }) => !isGone(id)),
});

const numberOf = (id: string) => Number.parseInt(id, 10);

/** How many places, blank included, one place of the proof stands for. */
function placesLike(place: string | undefined): number {
  if (place === 'garment-factory') return 1;
  const { places } = realModel;
  const safety = places.find(({ id }) => id === place)?.safety ?? 'unknown';
  const alike = places.filter((one) => one.id !== 'garment-factory' && one.safety === safety).length;
  return place === undefined ? alike + 1 : alike;
}

function report(shares: ReadonlyMap<string, number>, combinations: number): void {
  const rows = realModel.rules.map(({ id }) => {
    const count = shares.get(id) ?? 0;
    return `${id.padEnd(18)}${count.toLocaleString('en').padStart(12)}${((100 * count) / combinations).toFixed(2).padStart(8)} %`;
  });
  console.log([`Routing: ${combinations.toLocaleString('en')} combinations, one outcome each`, ...rows].join('\n'));
}
