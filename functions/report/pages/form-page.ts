import { pagePath } from '../contract/paths.ts';
import type { FormState, PageContext } from './page-model.ts';
import { errorSummary } from './parts/error-summary.ts';
import { formBody } from './parts/form-body.ts';
import { formIntro } from './parts/form-intro.ts';
import { markup } from './parts/markup.ts';

/**
 * What stands inside `<main>` of the form: empty on the first page, and again with every answer and what is wrong with it.
 * One tick is enough to send; nothing is chosen for the reader but, on the two shorter forms, whom it is about.
 */
export function formPage(context: PageContext, state: FormState): string {
  const { words, locale } = context;
  const professional =
    state.variant === 'public' &&
    markup`<p><a href="${pagePath(locale, 'professionals')}">${words('report:form.professional')}</a></p>\n`;
  return markup`${errorSummary(context, state)}<h1>${words(`report:form.${state.variant}.title`)}</h1>
${formIntro(context, state.variant)}${professional}${formBody(context, state)}`.toString();
}
