import type { ReportContext } from './mail-context.ts';

/** Names of the agencies the reporter left out. One that may not be left out here was told so, and gets it. */
export function leftOut({ report, decision, name }: ReportContext): readonly string[] {
  return report.exclude.filter((id) => !decision.refusedExclusions.includes(id)).map(name);
}
