import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import agencies from '#content/model/agencies.yaml';
import { asTarget, isOfCouncil, ofCouncil } from '#contract/agencies-of.ts';
import type { When } from '#contract/routing-table.ts';
import { readModelFile } from '../../../src/build/read-model-file.ts';
import { routesSchema } from '../../../src/schemas/routes.ts';
import { realModel } from '../../support/routing/real-model.ts';

const file = 'content/model/routes.yaml';
const text = readFileSync(file, 'utf8');

/** What is said about the real file after one change in it. */
function problemsAfter(from: string, to: string): readonly string[] {
  expect(text).toContain(from);
  const read = readModelFile({ file, text: text.replace(from, to) }, routesSchema);
  return read.ok ? [] : read.problems;
}

describe('routes.yaml', () => {
  test('meets its schema', () => {
    expect(readModelFile({ file, text }, routesSchema)).toMatchObject({ ok: true });
  });

  test.each<[about: string, change: [from: string, to: string], said: string]>([
    ['a misspelt condition', ['when: { reporter: [affected] }', 'when: { reportr: [affected] }'], '"reportr"'],
    ['an answer that does not exist', ["danger: ['yes']", 'danger: [sometimes]'], '"sometimes"'],
    ['an outcome that does not exist', ['outcome: emergency', 'outcome: hope'], '"hope"'],
    ['a rule that sends to nobody', ['outcome: signpost', 'outcome: send'], 'has "sendTo", "then" and "waitMinutes"'],
    ['a rule that shows phones and mails', ['outcome: send', 'outcome: signpost'], 'no other rule has any of them'],
    ['a role that no council has', ['adults@area, victim-support', 'roads@area, victim-support'], 'children@area'],
    ['a rule before the last that matches everything', ['when: { areaKind: [outside] }', 'when: {}'], 'the last rule'],
    ['rules out of order', ['id: 5-outside', 'id: 9-outside'], 'in the order of their numbers'],
    ['a rule without a number', ['id: 5-outside', 'id: outside'], 'begin it with the number'],
    ['second contacts that are no list', ['then: [helpline]', 'then: helpline'], 'Second contacts in order'],
    ['an id that stands twice', ['id: 4-affected-work', 'id: 4-affected'], 'a second time'],
  ])('%s is refused with what to mend', (_about, [from, to], said) => {
    expect(problemsAfter(from, to).join('\n')).toContain(said);
  });

  test('names only agencies that the model knows and that a report or a reader may be sent to', () => {
    const known = new Set(agencies.filter(({ neverRoute }) => neverRoute !== true).map(({ id }) => id));
    expect(agenciesNamed().filter((id) => !known.has(id))).toEqual([]);
  });

  test('names only places that the model knows', () => {
    const known = new Set(realModel.places.map(({ id }) => id));
    const named = allConditions().flatMap(({ place }) => place ?? []);
    expect(named.filter((id) => !known.has(id))).toEqual([]);
    expect(named).not.toEqual([]);
  });
});

const targets = [
  ...realModel.offers,
  ...realModel.rules.flatMap(({ contacts }) => contacts),
  ...realModel.rules.flatMap((rule) =>
    rule.outcome === 'send' ? [...rule.sendTo.primary, ...rule.sendTo.copies, ...rule.then] : [],
  ),
].map(asTarget);

function agenciesNamed(): readonly string[] {
  const councils = realModel.areas.filter(({ kind }) => kind === 'council');
  return targets.flatMap(({ to }) =>
    isOfCouncil(to) ? councils.map((area) => ofCouncil(to, area) ?? `no ${to}`) : [to],
  );
}

function allConditions(): readonly When[] {
  const conditions = [
    ...realModel.rules.flatMap(({ when, orWhen }) => [when, orWhen]),
    ...targets.map(({ when }) => when),
  ];
  return conditions.filter((when) => when !== undefined);
}
