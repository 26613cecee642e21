import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { phone } from './browser.ts';
import { asItComes, faultsOn, overhang, setLetters, showWhole, unfold } from './on-screen.ts';

/** On the narrowest phone, with letters twice as large, by day and, where it is asked for, by night. */
export async function expectReadable(page: Page, schemes: readonly ('light' | 'dark')[]): Promise<void> {
  await unfold(page);
  await setLetters(page, 32);
  expect(await overhang(page), 'with letters twice as large').toBe(0);
  await setLetters(page, 16);
  await page.setViewportSize({ ...phone, width: 320 });
  expect(await overhang(page), 'at 320 pixels').toBe(0);
  await showWhole(page);
  expect(await faultsOn(page, 'everything'), 'light').toEqual([]);
  if (!schemes.includes('dark')) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await faultsOn(page, 'colours'), 'dark').toEqual([]);
  await asItComes(page);
}
