import { expect, test } from 'vitest';
import { matrix } from '../support/faults/matrix.ts';
import type { FaultRecord } from '../support/faults/record-fault.ts';
import { faultsReadme } from './write-readme.ts';

const whole: readonly FaultRecord[] = matrix.flatMap(({ id, adapters }) =>
  adapters.map((adapter) => ({ row: id, adapter, injected: 'words', times: 2, result: 'well' })),
);

test('every row of the matrix is on the page, in one order however the tests ran, and none is missing', () => {
  const { text, missing } = faultsReadme(whole);
  expect(missing).toEqual([]);
  for (const { id } of matrix) expect(text).toContain(`| ${id} |`);
  expect(text).toContain('| F36 | – | function instance frozen after its answer | 0 | waits for the issue on hosts |');
  expect(faultsReadme([...whole].reverse()).text).toBe(text);
});

test('a row of which nothing was put in, or put in nought times, is named', () => {
  const without = whole.filter(({ row, adapter }) => row !== 'F2' || adapter !== 'postgres');
  expect(faultsReadme(without).missing).toEqual(['F2 postgres']);
  expect(faultsReadme(without).text).toContain('| F2 | postgres | power cuts | 0 | **not run** |');
  const nought = whole.map((one) => (one.row === 'F3' ? { ...one, times: 0 } : one));
  expect(faultsReadme(nought).missing).toEqual(['F3 embedded']);
});

test('the same words from several tests are one line with their sum', () => {
  expect(faultsReadme([...whole, ...whole]).text).toContain('| F3 | embedded | words | 4 | well |');
});

test('a record of a row that the matrix does not know stops the run', () => {
  const [first = expect.fail()] = whole;
  expect(() => faultsReadme([{ ...first, row: 'F99' }])).toThrow('add it there');
});
