import type { Figure } from './figure.ts';

const verdicts = { true: 'met', false: 'NOT MET', undefined: '' } as const;

/** Figure, measured, goal, met or not: columns as wide as they must be. */
export function printTable(figures: readonly Figure[]): string {
  const head = ['figure', 'measured', 'limit or goal', ''];
  const rows = figures.map(({ what, measured, goal = '', met }) => [what, measured, goal, verdicts[`${met}`]]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => [...(row[column] ?? '')].length)));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - [...cell].length))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '-'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
