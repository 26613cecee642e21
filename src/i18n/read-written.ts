import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { type Review, reviewSchema } from './review.ts';
import type { Written } from './units.ts';

/** Reads what a language says from its folder. */
export function readWritten(folder: string): Written {
  const files = (under: string, ending: RegExp): [name: string, text: string][] =>
    existsSync(path.join(folder, under))
      ? readdirSync(path.join(folder, under))
          .filter((file) => ending.test(file))
          .map((file) => [file.replace(ending, ''), readFileSync(path.join(folder, under, file), 'utf8')])
      : [];
  return {
    namespaces: Object.fromEntries(files('.', /\.json$/).map(([name, text]) => [name, JSON.parse(text)])),
    pages: Object.fromEntries(files('pages', /\.mdx?$/)),
  };
}

/** The record of a language's reviews; a language without one has none. Throws, naming the file, when it cannot be read. */
export function readReview(folder: string): Review {
  const file = path.join(folder, 'review.yaml');
  if (!existsSync(file)) return {};
  const review = reviewSchema.safeParse(parse(readFileSync(file, 'utf8')) ?? {});
  if (review.success) return review.data;
  const [issue] = review.error.issues;
  throw new Error(`content/${path.basename(folder)}/review.yaml: ${issue?.path.join('.')}: ${issue?.message}.`);
}
