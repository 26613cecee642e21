import { expect, test } from 'vitest';
import statistics from '#content/model/statistics.yaml';

/** Every published figure of domain D1 to D4, row by row. */
const rows: Readonly<Record<string, readonly number[]>> = {
  'D1/34 cases': [34, 87],
  'D1/33 cases': [33, 117],
  'D1/556 views': [556],
  'D1/37 organisations': [37],
  'D1/Over 200': [200],
  'D1/223 reports': [223, 15],
  'D1/178 children': [178],
  'D2/122,000': [122_000, 1.8],
  'D2/136,000': [136_000],
  'D2/130,000': [130_000],
  'D2/About 100,000': [100_000],
  'D2/10,000-13,000': [10_000],
  'D3/2018': [6993],
  'D3/2019': [10_616],
  'D3/2020': [2175],
  'D3/2021': [3190],
  'D3/2022': [17_000],
  'D3/2023': [16_990, 17_004, 4929],
  'D3/2024': [19_125, 13, 5598],
  'D3/2025': [23_411, 22, 7130, 27],
  'D3/2025-Q4': [6021, 22, 14, 10, 62, 73],
  'D3/2026-Q1': [75],
  'D4/2017': [3710, 4886, 1271],
  'D4/2018': [7121],
  'D4/2022': [9779, 6516],
  'D4/2023': [11_700, 5876, 918],
  'D4/2024': [11_464, 4839, 2089, 94, 53, 110, 53],
};

test('every figure of every row of the research is here once, and no other', () => {
  const found = Object.groupBy(statistics, ({ row }) => row);
  const values = Object.entries(found).map(([row, of]) => [row, of?.map(({ value }) => value)]);
  expect(Object.fromEntries(values)).toEqual(rows);
  expect(statistics).toHaveLength(Object.values(rows).flat().length);
});

test('only the figures of D1 are about our area', () => {
  expect(statistics.filter(({ area, row }) => (area === 'local') !== row.startsWith('D1/'))).toEqual([]);
});

test('a figure that its source did not give as exact says how it was put', () => {
  const loose = statistics.filter(({ precision }) => precision !== 'exact');
  expect(loose.map(({ id, precision, value, valueTo }) => [id, precision, value, valueTo])).toEqual([
    ['local-briefed', 'over', 200, undefined],
    ['estimate-think-tank-2020', 'about', 100_000, undefined],
    ['estimate-home-office-2014', 'range', 10_000, 13_000],
    ['referrals-2022', 'almost', 17_000, undefined],
  ]);
});

test('no measure has two figures of one counter for one period, but for the one that was revised', () => {
  const byKey = Object.groupBy(statistics, ({ measure, counter, period, unit }) =>
    [measure, counter, period, unit].join(),
  );
  const twice = Object.values(byKey).filter((same) => same && same.length > 1);
  expect(twice.map((same) => same?.map(({ id }) => id))).toEqual([['referrals-2023', 'referrals-2023-first']]);
});
