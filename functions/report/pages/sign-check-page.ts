import type { PageContext, SignCheckState } from './page-model.ts';
import { classNames } from './parts/class-names.ts';
import { emergencyLine, emergencyPanel } from './parts/emergency-panel.ts';
import { formFrame, stepButton } from './parts/form-frame.ts';
import { hiddenAnswers, hiddenField } from './parts/hidden-answers.ts';
import { heading, type Markup, markup, paragraph } from './parts/markup.ts';
import { phoneList } from './parts/phone-list.ts';
import { codesOf, textOf } from './parts/raw-answers.ts';
import { textarea } from './parts/textarea.ts';
import { rich } from './rich.ts';

/** Whom to call about what one has seen: not the state first, then the police, then who takes out what points to you. */
const phones = ['helpline', 'police', 'crimestoppers'];

/**
 * What stands inside `<main>` of the sign check: one of three answers and no number, or the words box when nothing was
 * ticked (service.md, M17). Each has a next step and a phone; none says that it is nothing.
 */
export function signCheckPage(context: PageContext, { level, answers }: SignCheckState): string {
  const { words } = context;
  const key = `report:signCheck.${level}`;
  const body = [
    paragraph(rich(context, words(`${key}.text`))),
    level === 'call-999' ? emergencyPanel(context, { heading: false }) : emergencyLine(context),
    tell(context, { level, answers }),
    heading(words('report:signCheck.call')),
    phoneList(context, phones),
    paragraph(words('report:calls.kept')),
    heading(words('report:signCheck.howTitle')),
    paragraph(rich(context, words('report:signCheck.how'))),
  ];
  return markup`<h1>${rich(context, words(`${key}.title`), 'plain')}</h1>\n${body}`.toString();
}

/** On to the form, with everything that was ticked, or with what worries someone who ticked nothing. */
function tell(context: PageContext, { level, answers }: SignCheckState): Markup {
  const { words, locale, model } = context;
  const nothing = level === 'nothing-ticked';
  const ticked = model.signs.filter(({ id }) => codesOf(answers, 'signs').includes(id));
  const list = ticked.map(({ id }) => markup`<li>${words(`signs:${id}.text`)}</li>\n`);
  return formFrame([
    list.length > 0 && [heading(words('report:signCheck.ticked')), markup`<ul>\n${list}</ul>\n`],
    nothing && wordsBox(context, answers),
    hiddenAnswers({ answers, except: nothing ? ['details'] : [] }),
    hiddenField('locale', locale),
    stepButton({ step: 'place', label: words('report:button.tell') }),
  ]);
}

const wordsBox = ({ words }: PageContext, answers: SignCheckState['answers']): Markup =>
  markup`<div class="${classNames.question}"><label for="details">${words('report:signCheck.worry')}</label>
${textarea({ field: 'details', typed: textOf(answers, 'details') })}</div>
`;
