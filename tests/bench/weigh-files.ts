import { staticPages } from '../support/static-pages.ts';
import type { Weight } from './weigh-answers.ts';
import { ask } from './wire.ts';

/** A page of the built site, its language, and what it weighs. */
export interface PageWeight extends Weight {
  readonly locale: string;
  /** The address that a browser asks for. */
  readonly address: string;
}

/** Every page of the built site as its server sends it. */
export async function weighFiles(url: string, siteDir: string): Promise<readonly PageWeight[]> {
  const weights: PageWeight[] = [];
  for (const { url: address, locale } of staticPages(siteDir)) {
    weights.push({ about: address, address, locale, answer: await ask(url, { path: address }) });
  }
  return weights;
}

/** Heaviest first. */
export const byWeight = <T extends Weight>(weights: readonly T[]): readonly T[] =>
  weights.toSorted((a, b) => b.answer.bytes - a.answer.bytes);
