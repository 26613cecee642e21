import { describe, expect, test } from 'vitest';
import type { Decision } from '#contract/decision.ts';
import type { RawInputs } from '#contract/make-safe.ts';
import { asSentence, everybody, routeOf } from '../../support/routing/route-of.ts';

type Row = [about: string, answers: Partial<RawInputs>, sentTo: string];

const here = { area: 'leicester', concern: 'labour' } as const;

const policeOnly = new Set(['police']);

describe('what leaving out does', () => {
  test.each<Row>([
    [
      'without the police the helpline is first, and the police are not next',
      { ...here, exclude: ['police'] },
      'helpline + labour-enforcement',
    ],
    [
      'without police and helpline the labour inspectors are left',
      { ...here, exclude: ['police', 'helpline'] },
      'labour-enforcement',
    ],
    ['without anybody it is answered with phones', { ...here, exclude: [...everybody] }, 'signpost'],
    ['without the copy the police are alone', { ...here, exclude: ['labour-enforcement'] }, 'police > helpline'],
    ['without the second contact nobody is next', { area: 'melton', exclude: ['helpline'] }, 'police'],
    ['without the helpline the police get it where nobody knows the place', { exclude: ['helpline'] }, 'police'],
    [
      'perhaps a child: the police can be left out',
      { area: 'melton', child: 'unsure', exclude: ['police'] },
      'helpline + children-leicestershire',
    ],
    ['an affected person can leave out the police', { reporter: 'affected', exclude: ['police'] }, 'helpline'],
    [
      'a child: police and council cannot be left out',
      { area: 'melton', child: 'yes', exclude: ['police', 'children-leicestershire'] },
      'police + children-leicestershire > helpline',
    ],
    ['a child: the second contact can be left out', { area: 'llr', child: 'yes', exclude: ['helpline'] }, 'police'],
    [
      '999 was called: the police cannot be left out, the copy can',
      { ...here, danger: 'called', exclude: ['police', 'labour-enforcement'] },
      'police > helpline',
    ],
  ])('%s', (_about, answers, sentTo) => expect(asSentence(routeOf(answers))).toBe(sentTo));

  test('a choice that cannot be kept is said', () => {
    const decision = routeOf({ area: 'melton', child: 'yes', exclude: ['police', 'helpline'] });
    expect(decision.mustKeep).toEqual(['police', 'children-leicestershire']);
    expect(decision.refusedExclusions).toEqual(['police']);
  });
});

describe('what a missing mailbox does', () => {
  test.each<[about: string, decide: () => Decision, sentTo: string]>([
    ['with the police alone, forced work goes to them', () => routeOf(here, policeOnly), 'police'],
    ['with the police alone, an unknown place goes to them', () => routeOf({}, policeOnly), 'police'],
    [
      'with the police alone and left out, it is answered with phones',
      () => routeOf({ ...here, exclude: ['police'] }, policeOnly),
      'signpost',
    ],
    [
      'with no mailbox at all, even a child is answered with phones',
      () => routeOf({ child: 'yes', area: 'leicester' }, new Set()),
      'signpost',
    ],
    [
      'without the police, a child goes to the helpline and to the council',
      () => routeOf({ child: 'yes', area: 'leicester' }, new Set(['helpline', 'children-leicester'])),
      'helpline + children-leicester',
    ],
    [
      'without the police, a child who writes goes to the helpline and to the council',
      () => routeOf({ reporter: 'under-18', area: 'leicester' }, new Set(['helpline', 'children-leicester'])),
      'helpline + children-leicester',
    ],
    [
      'with the council alone, a child who writes goes to the council',
      () => routeOf({ reporter: 'under-18', area: 'leicester' }, new Set(['children-leicester'])),
      'children-leicester',
    ],
    [
      'without the police, a child on a train goes to the helpline',
      () => routeOf({ child: 'yes', area: 'railway' }, new Set(['helpline'])),
      'helpline',
    ],
    [
      'without the police, an affected person goes to the helpline',
      () => routeOf({ reporter: 'affected' }, new Set(['helpline'])),
      'helpline',
    ],
    [
      'without the police, what nobody is sure of goes to the helpline',
      () => routeOf({ area: 'melton' }, new Set(['helpline'])),
      'helpline',
    ],
    [
      'with the adults’ services alone, someone who cannot look after himself goes to them',
      () => routeOf({ area: 'melton', concern: 'money', care: true }, new Set(['adults-leicestershire'])),
      'adults-leicestershire',
    ],
    [
      'with the council alone, a child goes to the council',
      () => routeOf({ child: 'yes', area: 'leicester' }, new Set(['children-leicester'])),
      'children-leicester',
    ],
  ])('%s', (_about, decide, sentTo) => expect(asSentence(decide())).toBe(sentTo));
});
