import { leftOut } from './left-out.ts';
import { bullet } from './lines.ts';
import type { ReportContext, Section } from './mail-context.ts';
import { sourceAtRisk } from './source-at-risk.ts';

/** What may go wrong and what not to do, worst first; the lines of a row stand there when it has any. */
const warnings: readonly ((mail: ReportContext) => readonly string[])[] = [
  ({ report }) => (report.reporter === 'affected' || report.reporter === 'under-18' ? [report.reporter] : []),
  ({ report }) => (sourceAtRisk(report) ? ['source'] : []),
  ({ report }) => [`${report.reporter === 'affected' ? 'traceableMe' : 'traceable'}.${report.traceable ?? 'none'}`],
  ({ report }) => (report.know === 'told-by-them' ? ['told'] : []),
  ({ report }) => (report.signs.length === 0 ? ['wordsOnly'] : []),
  ({ report, inputs }) => (isPerhapsChild(inputs.child) && report.reporter !== 'under-18' ? ['child'] : []),
  ({ inputs }) => (inputs.care ? ['care'] : []),
  () => ['interpreters'],
  ({ report }) => [report.contact.trim() === '' ? 'noContact' : 'contact'],
];

/** 2. What to know before anything is done: it stands above every fact. */
export function riskSection(mail: ReportContext): Section {
  const { say } = mail;
  const [first = [], ...rest] = warnings.map((keys) => keys(mail).map((key) => say(`mail:risk.${key}`)));
  const notThem = leftOut(mail).map((agency) => say('mail:risk.leftOut', { agency }));
  return { title: say('mail:risk.title'), lines: [...first, ...notThem, ...rest.flat()].flatMap(bullet) };
}

const isPerhapsChild = (child: ReportContext['inputs']['child']): boolean => child === 'yes' || child === 'unsure';
