import { controlSigns } from '../../contract/answers.ts';
import { areaText } from './area-text.ts';
import { folded, lowerFirst } from './lines.ts';
import type { ReportContext, Section } from './mail-context.ts';

/** 3. The ticked answers in one line, made from codes only, so that it can be quoted without quoting anyone. */
export function summarySection(mail: ReportContext): Section {
  const { say } = mail;
  const parts = [...who(mail), ...what(mail), ...control(mail), ...when(mail)];
  return { title: say('mail:summary.title'), lines: folded(`${parts.join('; ')}.`) };
}

function who({ say, inputs, report }: ReportContext): readonly string[] {
  return [
    `${say(`mail:summary.how.${report.people ?? 'unknown'}`)}, ${say(`mail:summary.who.${inputs.child ?? 'none'}`)}`,
  ];
}

function what(mail: ReportContext): readonly string[] {
  const { say, inputs } = mail;
  return [say(`mail:summary.concern.${inputs.concern ?? 'none'}`), placeText(mail), areaText(mail)];
}

/** The form's words for "something else" and "I do not know" speak in the reporter's voice, so they are not used here. */
function placeText({ say, report: { place = 'unsure' } }: ReportContext): string {
  return place === 'other' || place === 'unsure'
    ? say(`mail:summary.place.${place}`)
    : lowerFirst(say(`places:${place}.name`));
}

function control({ say, inputs, report }: ReportContext): readonly string[] {
  const ticked = controlSigns.filter((id) => report.signs.includes(id)).map((id) => say(`mail:summary.control.${id}`));
  const care = inputs.care ? [say('mail:summary.care')] : [];
  return [...(ticked.length === 0 ? [say('mail:summary.noControl')] : ticked), ...care];
}

function when({ say, report }: ReportContext): readonly string[] {
  return report.lately === undefined
    ? []
    : [say('mail:summary.lately', { lately: say(`mail:choice.lately.${report.lately}`) })];
}
