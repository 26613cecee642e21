import { readdirSync, readFileSync } from 'node:fs';
import { createWords, type Namespaces } from '../../functions/report/words.ts';

const folder = 'content/en';

/** Every English word, by namespace. */
export const namespaces: Namespaces = Object.fromEntries(
  readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => [file.replace('.json', ''), JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'))]),
);

/** English as the product has it, so that a test clicks what a reader reads. A key without words throws. */
export const words = createWords({ locale: 'en', resources: namespaces, fallback: namespaces });
