import { describe, expect, test } from 'vitest';
import { makeSafe, type RawInputs } from '#contract/make-safe.ts';
import { routeReport } from '#contract/route-report.ts';
import { realModel } from '../../support/routing/real-model.ts';
import { asSentence, blankInputs, everybody, routeOf } from '../../support/routing/route-of.ts';

type Row = [about: string, answers: Partial<RawInputs>, sentTo: string];

const here = { area: 'leicester', concern: 'labour' } as const;

describe('who gets a report', () => {
  test.each<Row>([
    ['someone in danger now is answered with 999', { ...here, danger: 'yes' }, 'emergency'],
    ['a child in danger now is answered with 999', { reporter: 'under-18', danger: 'yes' }, 'emergency'],
    ['a professional is shown the formal ways', { ...here, reporter: 'professional' }, 'professional'],
    ['999 was called: the police get it', { ...here, danger: 'called' }, 'police + labour-enforcement > helpline'],
    [
      '999 was called, and only pay was ticked: the police get it',
      { danger: 'called', concern: 'pay-only', area: 'blaby' },
      'police > helpline',
    ],
    ['one tick and no area goes to the helpline', { control: true }, 'helpline > police'],
    ['one tick and an area goes to the police', { control: true, area: 'melton' }, 'police > helpline'],
    ['forced work goes to the police and the labour inspectors', here, 'police + labour-enforcement > helpline'],
    [
      'unpaid wages with threats are forced work',
      { area: 'blaby', concern: 'pay-only', control: true },
      'police + labour-enforcement > helpline',
    ],
    [
      'a dangerous building with locked doors is forced work',
      { area: 'llr', concern: 'safety-only', control: true },
      'police + labour-enforcement > helpline',
    ],
    ['unpaid wages alone are answered with advice', { area: 'leicester', concern: 'pay-only' }, 'signpost'],
    [
      'unpaid wages and perhaps a child are still answered with advice',
      { area: 'leicester', concern: 'pay-only', child: 'unsure' },
      'signpost',
    ],
    [
      'unpaid wages of a child go to the police and the council',
      { area: 'leicester', concern: 'pay-only', child: 'yes' },
      'police + children-leicester > helpline',
    ],
    ['a dangerous machine alone is answered with advice', { area: 'rutland', concern: 'safety-only' }, 'signpost'],
    ['someone held in a home goes to the police', { area: 'rutland', concern: 'domestic' }, 'police > helpline'],
    [
      'someone who cannot look after himself goes to that council as well',
      { area: 'blaby', concern: 'criminal', care: true },
      'police + adults-leicestershire > helpline',
    ],
    [
      'forced work of someone who cannot look after herself goes to three',
      { ...here, care: true },
      'police + labour-enforcement + adults-leicester > helpline',
    ],
    [
      'somewhere here, not sure where, goes to no council',
      { area: 'llr', concern: 'money', care: true },
      'police > helpline',
    ],
    ['on a train, an adult goes to the police', { area: 'railway', concern: 'criminal' }, 'police > helpline'],
    ['on a train, perhaps a child goes to the police', { area: 'railway', child: 'unsure' }, 'police > helpline'],
    [
      'a child goes to the police and to the council',
      { area: 'oadby-wigston', child: 'yes' },
      'police + children-leicestershire > helpline',
    ],
    [
      'perhaps a child goes to the police and to the council',
      { area: 'rutland', child: 'unsure' },
      'police + children-rutland > helpline',
    ],
    ['a child where nobody knows the place goes to the police', { child: 'yes' }, 'police > helpline'],
    ['outside, nobody here gets it', { area: 'outside', concern: 'labour', control: true }, 'signpost'],
    ['outside, a child is told to the lines of the whole country', { area: 'outside', child: 'yes' }, 'signpost'],
    ['an affected person goes to the police alone', { ...here, reporter: 'affected', care: true }, 'police > helpline'],
    [
      'an affected person who does not know where she is, is taken',
      { reporter: 'affected', area: 'unknown' },
      'police > helpline',
    ],
    [
      'an affected person outside is taken',
      { reporter: 'affected', area: 'outside', concern: 'sexual' },
      'police > helpline',
    ],
    [
      'an affected person with a question about pay gets advice',
      { reporter: 'affected', concern: 'pay-only' },
      'signpost',
    ],
    [
      'an affected person with unpaid wages who may be in danger is taken',
      { reporter: 'affected', concern: 'pay-only', danger: 'unsure' },
      'police > helpline',
    ],
    [
      'a child who writes goes to the police and to the council',
      { reporter: 'under-18', area: 'leicester' },
      'police + children-leicester > helpline',
    ],
    ['a child who writes is taken anywhere', { reporter: 'under-18', area: 'outside' }, 'police > helpline'],
    ['a child who writes about pay is taken', { reporter: 'under-18', concern: 'pay-only' }, 'police > helpline'],
  ])('%s', (_about, answers, sentTo) => expect(asSentence(routeOf(answers))).toBe(sentTo));
});

test('an id that the model does not know is taken for unknown, so that no report is lost over it', () => {
  expect(asSentence(routeOf({ area: 'a-council-of-tomorrow' }))).toBe('helpline > police');
});

test('rules that do not end with one for everything stop with what to mend', () => {
  const model = { ...realModel, rules: realModel.rules.slice(0, 1) };
  expect(() => routeReport(makeSafe(blankInputs), model, everybody)).toThrow(
    'the last rule in routes.yaml must have an empty `when`',
  );
});
