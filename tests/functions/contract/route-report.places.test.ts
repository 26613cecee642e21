import { describe, expect, test } from 'vitest';
import { asTarget } from '#contract/agencies-of.ts';
import { mailableAgencies } from '#contract/mailable-agencies.ts';
import { makeSafe, type RawInputs } from '#contract/make-safe.ts';
import { routeReport } from '#contract/route-report.ts';
import type { Target } from '#contract/routing-table.ts';
import { realModel } from '../../support/routing/real-model.ts';
import { everyAnswer } from '../../support/routing/routing-proof.ts';

/** The place that stands in the proof for all of its kind; a blank place for those nobody is known to inspect. */
const standIns = { 'workplace-safety': 'construction', 'environmental-health': 'shop', unknown: undefined } as const;

const all = new Set(mailableAgencies(realModel));

describe('places of one kind are routed alike, whatever else is answered, so the proof needs one of each', () => {
  test.each(Object.entries(standIns))(
    '%s',
    (safety, standIn) => {
      const places = realModel.places.filter((place) => place.safety === safety && place.id !== 'garment-factory');
      const unlike = new Set<string>();
      for (const raw of everyAnswer(realModel, [standIn])) {
        if (raw.reporter === undefined || raw.area === undefined) continue; // made `public` and `unknown` before: see below
        const expected = decisionFor(raw);
        for (const { id } of places) if (decisionFor({ ...raw, place: id }) !== expected) unlike.add(id);
      }
      expect([...unlike]).toEqual([]);
      expect(places).not.toEqual([]);
    },
    600_000,
  ); // a million cases: seconds on an idle machine, more on a busy one

  test('no condition names a place but the garment factory, so none that was not tried above parts two of one kind', () => {
    expect(conditions.length).toBeGreaterThan(30);
    expect([...new Set(conditions.flatMap(({ place }) => place ?? []))]).toEqual(['garment-factory']);
  });

  test('a blank reporter is the public and a blank area is unknown, before anything is routed', () => {
    for (const raw of everyAnswer(realModel, [undefined])) {
      const said = { ...raw, reporter: raw.reporter ?? 'public', area: raw.area ?? 'unknown' } as const;
      expect(makeSafe(raw)).toEqual(makeSafe(said));
    }
  });
});

function decisionFor(raw: RawInputs): string {
  return JSON.stringify(routeReport(makeSafe(raw), realModel, all));
}

const conditions = [
  ...realModel.mustKeep,
  ...realModel.rules.flatMap(({ when, orWhen }) => [when, orWhen]),
  ...allTargets().map((target) => asTarget(target).when),
].filter((when) => when !== undefined);

function allTargets(): readonly Target[] {
  const { rules, offers } = realModel;
  const named = rules.map((rule) =>
    rule.outcome === 'send' ? [rule.sendTo.primary, rule.sendTo.copies, rule.then] : [],
  );
  return [...offers, ...rules.flatMap(({ contacts }) => contacts), ...named.flat(2)];
}
