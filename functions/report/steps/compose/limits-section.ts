import { folded } from './lines.ts';
import type { ReportContext, Section } from './mail-context.ts';

/** 8. What no duty may take it for, and the line to file it under. */
export function limitsSection({ say, reference, day, test = false }: ReportContext): Section {
  const footer = say('mail:limits.reference', { reference, day, test: say(`mail:limits.test.${test}`) });
  const lines = [...folded(say('mail:limits.not')), ...folded(say('mail:limits.duties')), ''];
  return { title: say('mail:limits.title'), lines: [...lines, footer, ...folded(say('mail:limits.repeat'))] };
}
