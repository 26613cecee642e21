import { leftOut } from './left-out.ts';
import { bullet, folded } from './lines.ts';
import type { ReportContext, Section } from './mail-context.ts';
import { sourceAtRisk } from './source-at-risk.ts';

type Test = (mail: ReportContext) => boolean;

/** What may go wrong and what not to do, worst first; each line stands there when its test holds. */
const warnings: readonly (readonly [key: string, holds: Test])[] = [
  ['affected', ({ report }) => report.reporter === 'affected'],
  ['under-18', ({ report }) => report.reporter === 'under-18'],
  ['told', ({ report }) => report.know === 'told-by-them'],
  ['wordsOnly', ({ report }) => report.signs.length === 0],
  [
    'child',
    ({ inputs, report }) => (inputs.child === 'yes' || inputs.child === 'unsure') && report.reporter !== 'under-18',
  ],
  ['care', ({ inputs }) => inputs.care],
  ['interpreters', () => true],
  ['contact', ({ report }) => report.contact.trim() !== ''],
  ['noContact', ({ report }) => report.contact.trim() === ''],
];

/** 2. What to know before anything is done: it stands above every fact. */
export function riskSection(mail: ReportContext): Section {
  const { say, report } = mail;
  const source = sourceAtRisk(report) ? folded(say('mail:risk.source')) : [];
  const question = report.reporter === 'affected' ? 'traceableMe' : 'traceable';
  const lines = [
    ...leftOut(mail).map((agency) => say('mail:risk.leftOut', { agency })),
    say(`mail:risk.${question}.${report.traceable ?? 'none'}`),
    ...warnings.filter(([, holds]) => holds(mail)).map(([key]) => say(`mail:risk.${key}`)),
  ];
  return { title: say('mail:risk.title'), lines: [...source, ...lines.flatMap(bullet)] };
}
