import { readFileSync } from 'node:fs';
import { createWords } from '../../functions/report/words.ts';

const namespaces = ['ui', 'report', 'signs', 'concerns', 'places', 'areas', 'agencies', 'mail'];

/** English as the product has it, so that a test clicks what a reader reads. */
export const words = createWords({
  locale: 'en',
  resources: Object.fromEntries(
    namespaces.map((name) => [name, JSON.parse(readFileSync(`content/en/${name}.json`, 'utf8'))]),
  ),
  fallback: {},
});
