import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readReview, readWritten } from '../i18n/read-written.ts';
import type { Review } from '../i18n/review.ts';
import { sourceLocale } from '../i18n/served-languages.ts';
import { sourceHash, unitsOf } from '../i18n/units.ts';
import { type LanguageState, languageStates } from './language-states.ts';
import { root } from './root.ts';

const folderOf = (language: string) => path.join(root, 'content', language);
const usage =
  'Say `npm run translations` to see how far each language is, or `npm run translations -- level gu` (and units after it, such as signs:debt) when the words of gu say again what the English says.';

/** How far each language is; `level <language> [unit …]` records that units say what the English says now, as drafts. */
export async function run([command, language, ...named]: readonly string[]): Promise<number> {
  if (command === undefined) return report(languageStates());
  if (command !== 'level' || language === undefined || !existsSync(folderOf(language))) {
    console.error(usage);
    return 1;
  }
  const levelled = level(language, named);
  console.log(`${language}: ${levelled} units recorded as drafts of the English as it stands.`);
  return 0;
}

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

/** A record that is still level keeps what it says; one that is not starts again as a draft. Never marks a review. */
function level(language: string, named: readonly string[]): number {
  const source = unitsOf(readWritten(folderOf(sourceLocale)));
  const translated = unitsOf(readWritten(folderOf(language)));
  const before = readReview(folderOf(language));
  let changed = 0;
  const after: Review = {};
  for (const [unit, text] of source) {
    const record = before[unit];
    const hash = sourceHash(text);
    const isNew = translated.has(unit) && record?.source !== hash && (named.length === 0 || named.includes(unit));
    if (isNew) changed += 1;
    const kept = isNew ? ({ source: hash, status: 'machine' } as const) : record;
    if (kept !== undefined) after[unit] = kept;
  }
  writeFileSync(path.join(folderOf(language), 'review.yaml'), written(after));
  return changed;
}

const head = `# Which English each unit was made from (source), and whether a person has read it beside the English.
# status: machine or human is a draft; reviewed also needs reviewedBy and reviewedOn, written by whoever read it.
# \`npm run translations\` says what is behind; \`npm run translations -- level <language>\` writes new drafts down.
`;

/** One line a unit, so that a change of one is a change of one line. */
function written(review: Review): string {
  const lines = Object.entries(review).map(([unit, record]) => {
    const fields = Object.entries(record).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
    return `${JSON.stringify(unit)}: { ${fields.join(', ')} }\n`;
  });
  return head + lines.join('');
}
