import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import concerns from '#content/model/concerns.yaml';
import places from '#content/model/places.yaml';
import signs from '#content/model/signs.yaml';
import { startBrowser } from '../support/browser.ts';
import { difference, drawSheet, readSheet, touchesEdge } from '../support/pictogram-sheet.ts';

const folder = 'content/pictograms';
const golden = 'tests/golden/pictograms.png';
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.includes('/'))
  .sort();
const drawings = files.map((file) => readFileSync(path.join(folder, file), 'utf8'));

const head =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round">';
const size = '"\\d+(\\.\\d+)?"';
const shapes = [
  `<path d="[MLHVCSQTAZmlhvcsqtaz\\d ,.-]+"/>`,
  `<circle cx=${size} cy=${size} r=${size}/>`,
  `<ellipse cx=${size} cy=${size} rx=${size} ry=${size}/>`,
  `<rect( (x|y|width|height|rx)=${size})+/>`,
];
const file = new RegExp(`^${head}((${shapes.join('|')})+)</svg>\n$`);

let browser: Browser;
let page: Page;
let png: string;
let squares: string[];

beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage();
  png = await drawSheet(page, drawings);
  squares = await readSheet(page, png);
});
afterAll(() => browser.close());

describe('pictograms', () => {
  test('every sign, place and concern has a drawing of its own, and none is left over', () => {
    const declared = Object.entries({ signs, places, concerns }).flatMap(([kind, list]) =>
      list.map(({ pictogram }) => `${kind}/${pictogram}.svg`),
    );
    expect(files).toEqual(declared.sort());
  });

  test.each(files.map((name, at) => ({ name, drawing: drawings[at] ?? '' })))(
    '$name is one line of plain shapes that weighs 220 bytes at most',
    ({ drawing }) => {
      expect(drawing).toMatch(file);
      expect(Buffer.byteLength(drawing) - Buffer.byteLength(`${head}</svg>\n`)).toBeLessThanOrEqual(220);
    },
  );

  test('every drawing shows, and leaves its margin empty', () => {
    const wrong = files.filter((_, at) => !squares[at]?.includes('1') || touchesEdge(squares[at]));
    expect(wrong).toEqual([]);
  });

  test('any two drawings differ in a twentieth of their pixels or more', () => {
    const alike = files.flatMap((one, at) =>
      files
        .slice(at + 1)
        .filter((other) => difference(square(one), square(other)) < 0.05)
        .map((other) => [one, other]),
    );
    expect(alike).toEqual([]);
  });

  test('every drawing is the one that was looked at', async () => {
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(golden, Buffer.from(png.split(',')[1] ?? '', 'base64'));
    if (!existsSync(golden)) throw new Error(`${golden} is missing: run with UPDATE_GOLDEN=1, then look at it.`);
    const agreed = await readSheet(page, `data:image/png;base64,${readFileSync(golden, 'base64')}`);
    expect(agreed).toHaveLength(squares.length);
    // Browsers round the edge of a curve each in their own way, by less than one pixel in a hundred.
    expect(files.filter((name, at) => difference(square(name), agreed[at] ?? '') > 0.01)).toEqual([]);
  });
});

const square = (name: string): string => squares[files.indexOf(name)] ?? '';
