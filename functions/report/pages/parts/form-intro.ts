import { pagePath } from '../../contract/paths.ts';
import type { PageContext, Variant } from '../page-model.ts';
import { rich } from '../rich.ts';
import { classNames } from './class-names.ts';
import { emergencyPanel } from './emergency-panel.ts';
import { heading, type Markup, markup, paragraph } from './markup.ts';
import { phoneList } from './phone-list.ts';

/** Whom to phone before anything is written: not the state, or bound to keep most things private (service.md 4.4, M7). */
export const phonesFirst: Readonly<Record<Variant, readonly string[]>> = {
  public: [],
  affected: ['helpline', 'victim-support'],
  'under-18': ['child-line', 'missing-people'],
};

/** What stands above the first question: what is true of all forms, and what this reader must know first. */
export const formIntro = (context: PageContext, variant: Variant): Markup =>
  markup`${intros[variant](context)}${privacy(context)}`;

const intros: Readonly<Record<Variant, (context: PageContext) => Markup>> = {
  public: (context) => emergencyPanel(context),
  affected: (context) => {
    const { words } = context;
    const lines = [
      paragraph(words('report:form.affected.lead')),
      heading(words('report:form.affected.call')),
      phoneList(context, phonesFirst.affected),
      paragraph(words('report:calls.kept')),
      paragraph(words('report:form.affected.phone')),
      emergencyPanel(context),
    ];
    return markup`${lines}`;
  },
  'under-18': (context) => {
    const { words } = context;
    const lines = [
      youngFirst(context),
      heading(words('report:form.under-18.call')),
      paragraph(rich(context, words('report:form.under-18.callLead'))),
      phoneList(context, phonesFirst['under-18']),
      paragraph(words('report:form.under-18.phone')),
      paragraph(words('report:calls.kept')),
      emergencyPanel(context),
    ];
    return markup`${lines}`;
  },
};

/** Before a 15-year-old writes anything: who reads it, and what need not be written (service.md, M7). */
const youngFirst = ({ words }: PageContext): Markup => markup`<div class="${classNames.notice}">
<h2>${words('report:form.under-18.first')}</h2>
<p>${words('report:form.under-18.police')}</p>
<p>${words('report:young.needNot')}</p>
</div>
`;

/** Sentences that the code keeps: who answers for the page, who gets it, how long it is kept, what leaving does. */
function privacy({ words, model, locale, demo }: PageContext): Markup {
  const { controller } = model.partnership;
  const named = controller
    ? words('report:privacy.controller', { name: controller.name })
    : words('report:privacy.noController');
  // In a demonstration nothing goes to anyone, so what is said of those who get it would not be true.
  const truth = demo === true ? words('report:privacy.demo') : `${named} ${words('report:privacy.kept')}`;
  const more = markup`<a href="${pagePath(locale, 'private')}">${words('report:privacy.more')}</a>`;
  const lines = [words('report:privacy.you'), ' ', truth, ' ', more];
  // Only a script hears keys; the stylesheet shows this where there is one, and a keyboard.
  const keys = markup`<p hidden data-js>${words('report:privacy.leaveKeys')}</p>\n`;
  return markup`${paragraph(lines)}${paragraph(words('report:privacy.leave'))}${keys}`;
}
