import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { levelReview, recordReview } from '../i18n/level-review.ts';
import { readReview, readWritten } from '../i18n/read-written.ts';
import type { Review } from '../i18n/review.ts';
import { sourceLocale } from '../i18n/served-languages.ts';
import { unitsOf } from '../i18n/units.ts';
import { type LanguageState, languageStates } from './language-states.ts';
import { root } from './root.ts';

const folderOf = (language: string) => path.join(root, 'content', language);
const usage = [
  'npm run translations                                       how far each language is',
  'npm run translations -- level gu [signs:debt …]            these words (or all) say again what the English says',
  'npm run translations -- reviewed gu "Your Name" signs:debt …   you have read these words beside the English',
].join('\n');

/** How far each language is, or one of the two records of `usage`. Answers an exit code. */
export async function run([command, language, ...rest]: readonly string[]): Promise<number> {
  const states = languageStates();
  if (command === undefined) return report(states);
  // A folder is not enough: `model` has one, and English is level with itself.
  const known = states.find(({ id }) => id === language);
  if (known === undefined) return refuse(usage);
  if (command === 'level') return level(known, rest);
  const [name = '', ...units] = rest;
  return command === 'reviewed' && units.length > 0 ? reviewed(known, name, units) : refuse(usage);
}

function refuse(said: string): number {
  console.error(said);
  return 1;
}

const unknownUnit = ({ units }: LanguageState, named: readonly string[]): string | undefined =>
  named.find((name) => !units.some(({ unit }) => unit === name));

function report(states: readonly LanguageState[]): number {
  for (const { id, name, units } of states) {
    const of = (state: string) => units.filter((unit) => unit.state === state);
    const open = units.filter(({ safety, state }) => safety && state !== 'reviewed').length;
    console.log(
      `${name} (${id}): ${of('reviewed').length} reviewed, ${of('draft').length} drafts, ${of('stale').length} behind the English, ${of('missing').length} missing; safety words no person has reviewed: ${open}.`,
    );
    for (const { unit, state } of [...of('stale'), ...of('missing')]) console.log(`- ${unit}: ${state}`);
  }
  return 0;
}

/** Writes down that units of a language are level with the English, as drafts. */
function level(language: LanguageState, named: readonly string[]): number {
  const { id } = language;
  const unknown = unknownUnit(language, named);
  if (unknown !== undefined)
    return refuse(`There is no "${unknown}": units are named as in content/${id}/review.yaml.`);
  const { review, levelled } = levelReview({ ...unitsIn(id), review: readReview(folderOf(id)), named });
  writeFileSync(reviewFile(id), written(review));
  console.log(`${id}: ${levelled} units recorded as drafts of the English as it stands.`);
  return 0;
}

/** Writes down who has read which words; the words are recorded with it, so that a later change is a draft again. */
function reviewed(language: LanguageState, by: string, named: readonly string[]): number {
  const { id } = language;
  const unknown = unknownUnit(language, named);
  if (unknown !== undefined)
    return refuse(`There is no "${unknown}": units are named as in content/${id}/review.yaml.`);
  const review = recordReview({ ...unitsIn(id), review: readReview(folderOf(id)), named }, { by, on: today() });
  writeFileSync(reviewFile(id), written(review));
  console.log(`${id}: ${named.length} units recorded as read beside the English by ${by}.`);
  return 0;
}

const reviewFile = (id: string): string => path.join(folderOf(id), 'review.yaml');
const today = (): string => new Date().toISOString().slice(0, 10);
const unitsIn = (id: string) => ({
  source: unitsOf(readWritten(folderOf(sourceLocale))),
  translated: unitsOf(readWritten(folderOf(id))),
});

const head = `# Which English each unit was made from (source), and whether a person has read it beside the English.
# status: machine or human is a draft; reviewed also says which words were read (text), by whom and when.
# \`npm run translations\` says what is behind; with \`-- level\` it records drafts, with \`-- reviewed\` a person's review.
`;

/** One line a unit, so that a change of one is a change of one line. */
function written(review: Review): string {
  const lines = Object.entries(review).map(([unit, record]) => {
    const fields = Object.entries(record).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    return `${JSON.stringify(unit)}: { ${fields.join(', ')} }\n`;
  });
  return head + lines.join('');
}
