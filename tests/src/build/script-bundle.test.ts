import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { bundleScripts, liveAddress } from '../../../src/build/script-bundle.ts';

const { inline, live, liveName } = await bundleScripts();

test('the script in every page is small, and the same from the same sources', async () => {
  expect(brotliCompressSync(inline).length).toBeLessThan(1_100);
  expect((await bundleScripts()).inline).toBe(inline);
});

test('it knows the file of its own build, and says so nowhere else', () => {
  expect(inline).toContain(liveAddress(liveName));
  expect(live).not.toMatch(/\bliveFile\b|^import |\bimport\(/m);
});

test('it holds nothing that a browser of 2017 could not read, or that would end the element it stands in', () => {
  expect(inline).not.toMatch(/\?\.|\?\?|\bimport\b|\bawait\b|\{\.\.\.|catch\s*\{|<\/|<!--/);
  expect(live).not.toMatch(/\?\.|\?\?|\bimport\b|^await|<\//);
});

test('neither keeps anything on the device nor makes text into a page or a program', () => {
  for (const code of [inline, live]) {
    expect(code).not.toMatch(
      /cookie|Storage|indexedDB|caches|serviceWorker|innerHTML|outerHTML|insertAdjacentHTML|DOMParser|\beval\b|Function\(|document\.write|sendBeacon|XMLHttpRequest/,
    );
  }
});
