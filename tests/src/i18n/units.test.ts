import { describe, expect, test } from 'vitest';
import { readWritten } from '../../../src/i18n/read-written.ts';
import { isSafetyUnit } from '../../../src/i18n/safety-units.ts';
import { sourceHash, unitsOf } from '../../../src/i18n/units.ts';

const units = (text: string) =>
  unitsOf({
    namespaces: { signs: { debt: { text } }, report: { danger: { title: 'a', hint: 'b' } }, mail: { subject: 'c' } },
    pages: { now: `# ${text}` },
  });

describe('what is translated and reviewed as one', () => {
  test('is an entry, a group of strings, or a page; the mail is English only', () => {
    expect([...units('x').keys()]).toEqual(['signs:debt', 'report:danger.title', 'report:danger.hint', 'pages/now']);
  });

  test('does not change with spaces and line ends, and does with a word', () => {
    const hash = (text: string) => sourceHash(units(text).get('pages/now') ?? '');
    expect(hash('they  must\nwork ')).toBe(hash('they must work'));
    expect(hash('they may work')).not.toBe(hash('they must work'));
    expect(hash('x')).toMatch(/^[0-9a-f]{12}$/);
  });

  test('holds the safety words of danger, receipt, signs, agencies and help, and no name of a topic', () => {
    const all = [...unitsOf(readWritten('content/en')).keys()];
    const safety = all.filter(isSafetyUnit);
    for (const unit of [
      'report:emergency.say',
      'report:receipt.title',
      'signs:debt',
      'agencies:police',
      'pages/help',
      'ui:danger',
    ])
      expect(safety).toContain(unit);
    expect(safety.filter((unit) => unit.startsWith('topics:'))).toEqual([]);
    expect(safety.length).toBeLessThan(all.length);
  });
});
