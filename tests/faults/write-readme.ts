import { type Adapter, type MatrixRow, matrix } from '../support/faults/matrix.ts';
import type { FaultRecord } from '../support/faults/record-fault.ts';

export interface FaultsReadme {
  readonly text: string;
  /** What was not put in at all, `F2 postgres`; the run fails on any. */
  readonly missing: readonly string[];
}

const opening = `# Faults

Every way in which we know that a report could be lost, be read by the wrong person or reach an agency twice unsaid, and
what came of it when it was put into the built product. Written by \`npm run faults\`, the long run; do not edit. A row
of which nothing was put in fails that run, and so does a test that was left out. \`npm test\` runs the same tests in a
short form.

| row | adapter | what was injected | how often | result |
|---|---|---|---|---|
`;

const line = (...cells: readonly (string | number)[]) =>
  `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |\n`;

/** Makes the page from the records of one run: the matrix's order, then adapters and words in theirs. No time, no place. */
export function faultsReadme(records: readonly FaultRecord[]): FaultsReadme {
  const unknown = records.filter(({ row }) => !matrix.some(({ id }) => id === row));
  if (unknown.length > 0) throw new Error(`No row ${unknown[0]?.row} in tests/support/faults/matrix.ts: add it there.`);
  const places = matrix.map((row) => ({ row, parts: adaptersOf(row, records).map((adapter) => of(row, adapter)) }));
  const lines = places.flatMap(({ row, parts }) => (parts.length === 0 ? [waiting(row)] : parts.flatMap(linesOf)));
  const missing = places.flatMap(({ parts }) =>
    parts.filter(nothing).map(({ row, adapter }) => `${row.id} ${adapter}`),
  );
  return { text: opening + lines.join(''), missing };

  function of(row: MatrixRow, adapter: Adapter) {
    return { row, adapter, found: records.filter((one) => one.row === row.id && one.adapter === adapter) };
  }
}

interface Place {
  readonly row: MatrixRow;
  readonly adapter: Adapter;
  readonly found: readonly FaultRecord[];
}

/** Those that must be there, then those that were there as well. */
function adaptersOf({ id, adapters }: MatrixRow, records: readonly FaultRecord[]): readonly Adapter[] {
  const more = records.filter(({ row }) => row === id).map(({ adapter }) => adapter);
  return [...new Set([...adapters, ...more.sort()])];
}

const times = (found: readonly FaultRecord[]) => found.reduce((sum, one) => sum + one.times, 0);
const nothing = ({ found }: Place) => times(found) === 0;
const waiting = ({ id, what, waits = 'nothing to put it in' }: MatrixRow) => line(id, '–', what, 0, waits);

function linesOf({ row, adapter, found }: Place): readonly string[] {
  if (found.length === 0) return [line(row.id, adapter, row.what, 0, '**not run**')];
  const same = Map.groupBy(found, ({ injected, result }) => JSON.stringify([injected, result]));
  return [...same]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([, [first, ...rest]]) => {
      const count = times(first === undefined ? [] : [first, ...rest]);
      return line(row.id, adapter, first?.injected ?? '', count, count === 0 ? '**not run**' : (first?.result ?? ''));
    });
}
