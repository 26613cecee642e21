import { describe, expect, test } from 'vitest';
import type { RawInputs } from '#contract/make-safe.ts';
import { routeOf } from '../../support/routing/route-of.ts';

describe('which phones are shown', () => {
  test.each<[about: string, answers: Partial<RawInputs>, contacts: string[]]>([
    [
      'a child here: the council first',
      { area: 'blaby', child: 'yes' },
      ['children-leicestershire', 'emergency', 'child-advice', 'police', 'helpline', 'crimestoppers'],
    ],
    [
      'a child on a train: the railway’s police first',
      { area: 'railway', child: 'yes' },
      [
        'transport-police',
        'emergency',
        'children-leicester',
        'children-leicestershire',
        'children-rutland',
        'child-advice',
        'police',
        'helpline',
        'crimestoppers',
      ],
    ],
    [
      'a child who writes: lines that keep a confidence first',
      { reporter: 'under-18', area: 'leicester' },
      [
        'child-line',
        'missing-people',
        'emergency',
        'children-leicester',
        'helpline',
        'youth-crimestoppers',
        'crimestoppers',
      ],
    ],
    [
      'an affected person: who is not the state first',
      { reporter: 'affected', area: 'leicester' },
      ['helpline', 'victim-support', 'emergency', 'police', 'crimestoppers'],
    ],
    ['outside', { area: 'outside' }, ['helpline', 'crimestoppers', 'police', 'victim-support']],
    [
      'pay in a garment factory here',
      { area: 'leicester', concern: 'pay-only', place: 'garment-factory' },
      ['work-rights', 'garment-advice', 'citizens-advice', 'labour-enforcement', 'helpline', 'crimestoppers'],
    ],
    [
      'a dangerous shop',
      { area: 'melton', concern: 'safety-only', place: 'shop' },
      ['environmental-health-melton', 'citizens-advice', 'helpline', 'crimestoppers'],
    ],
    [
      'a dangerous building site',
      { area: 'melton', concern: 'safety-only', place: 'construction' },
      ['workplace-safety', 'citizens-advice', 'helpline', 'crimestoppers'],
    ],
    [
      'a dangerous place of a kind nobody knows',
      { area: 'melton', concern: 'safety-only' },
      ['workplace-safety', 'environmental-health-melton', 'citizens-advice', 'helpline', 'crimestoppers'],
    ],
    [
      'perhaps danger: 999 as well',
      { area: 'melton', danger: 'unsure' },
      ['helpline', 'police', 'emergency', 'crimestoppers'],
    ],
  ])('%s', (_about, answers, contacts) => expect(routeOf(answers).contacts).toEqual(contacts));

  test('they are the same whether or not anybody has a mailbox', () => {
    expect(routeOf({ area: 'leicester', child: 'yes' }, new Set()).contacts).toEqual(
      routeOf({ area: 'leicester', child: 'yes' }).contacts,
    );
  });
});
