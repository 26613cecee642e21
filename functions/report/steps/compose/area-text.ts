import type { ReportContext } from './mail-context.ts';

/** Where it is, for a line of ours. The form's own words for "not sure" speak in the reporter's voice, so they are not used. */
export function areaText({ say, model, inputs }: ReportContext): string {
  const kind = model.areas.find(({ id }) => id === inputs.area)?.kind ?? 'unknown';
  if (kind === 'council') return say(`areas:${inputs.area}.name`);
  return say(`mail:area.${kind}`, { area: model.partnership.area.short });
}
