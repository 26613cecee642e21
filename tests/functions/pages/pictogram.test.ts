import { expect, test } from 'vitest';
import { pictogram, readPictograms } from '../../../functions/report/pages/parts/pictogram.ts';

const file = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M2 2h20"/></svg>\n';

test('a drawing is named after its folder and file, and drawn without its own frame', () => {
  const pictograms = readPictograms({ '/content/pictograms/signs/debt.svg': file });
  expect(pictogram({ pictograms }, 'signs/debt')?.toString()).toMatch(
    /^<svg class="pic"[^>]*><path d="M2 2h20"\/><\/svg>$/,
  );
});

test('where there is no drawing none is drawn', () => {
  expect(pictogram({ pictograms: {} }, 'signs/debt')).toBeUndefined();
});

test.each([
  ['holds something else', { 'signs/debt.svg': '<p>debt</p>' }],
  ['holds more than a drawing', { 'signs/debt.svg': `${file}<script></script>` }],
  ['is in no folder', { 'debt.svg': file }],
])('a file that %s is no drawing', (_about, files) => {
  expect(() => readPictograms(files)).toThrow('is no pictogram: it must hold one <svg> element and nothing else.');
});
