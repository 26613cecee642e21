import type { ReportContext } from './mail-context.ts';

/** A sign in the words that the reporter ticked: on the short forms it is about "I" and "me". */
export function signText({ model, report, say }: ReportContext, id: string): string {
  const sign = model.signs.find((one) => one.id === id);
  if (report.reporter === 'under-18' && sign?.young) return say(`signs:${id}.young`);
  const isShort = report.reporter === 'under-18' || report.reporter === 'affected';
  return say(`signs:${id}.${isShort && sign !== undefined && sign.kind !== 'place' ? 'me' : 'text'}`);
}
