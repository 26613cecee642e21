import { describe, expect, test } from 'vitest';
import ui from '#content/en/ui.json';
import agencies from '#content/model/agencies.yaml';
import areas from '#content/model/areas.yaml';
import routes from '#content/model/routes.yaml';
import { agenciesFor, careCouncils, phoneNeeds } from '../../src/phone-needs.ts';
import { whoMayGetIt, whoRules } from '../../src/who-rules.ts';

const rules = whoRules(routes);
const agencyIds = new Set(agencies.map(({ id }) => id));

describe('the page of who gets it', () => {
  test('every rule but the one for professionals has its sentence, and no sentence is left over', () => {
    expect(Object.keys(ui.who.rule).toSorted()).toEqual(rules.map(({ id }) => id).toSorted());
    expect(routes.rules.length - rules.length).toBe(1);
  });

  test('a rule that sends nothing says what happens instead, and no other rule does', () => {
    const silent = rules.filter(({ to }) => to === undefined).map(({ id }) => id);
    expect(Object.keys(ui.who.notSent).toSorted()).toEqual(silent.toSorted());
  });

  test('each agency that may get it is one of ours, or the team of every council, and stands there once', () => {
    const ids = whoMayGetIt(routes);
    const teams = ids.filter((id) => id.endsWith('@area')).map((id) => id.replace('@area', ''));
    expect(new Set(ids).size).toBe(ids.length);
    expect(teams.filter((team) => !(team in ui.who.team))).toEqual([]);
    expect(ids.filter((id) => !id.endsWith('@area') && !agencyIds.has(id))).toEqual([]);
  });
});

describe('the page of phones', () => {
  test('each need has its heading and names agencies that exist', () => {
    const unknown = phoneNeeds.flatMap((need) => agenciesFor(need, areas)).filter((id) => !agencyIds.has(id));
    expect(unknown).toEqual([]);
    expect(phoneNeeds.map(({ need }) => need).filter((need) => !(need in ui.needs))).toEqual([]);
  });

  test('the councils that look after people are the three of the area, each once', () => {
    expect(careCouncils(areas)).toEqual(['leicester', 'leicestershire', 'rutland']);
  });
});
