import type { ReportContext } from './mail-context.ts';

/** A sign in the words that the reporter ticked: the short forms say "I" and "me". */
export function signText({ model, report, say }: ReportContext, id: string): string {
  const sign = model.signs.find((one) => one.id === id);
  if (report.reporter === 'under-18' && sign?.young) return say(`signs:${id}.young`);
  if (report.reporter === 'affected' && sign !== undefined && sign.kind !== 'place') return say(`signs:${id}.me`);
  return say(`signs:${id}.text`);
}
