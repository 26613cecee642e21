import languages from '#content/model/languages.yaml';
import type { ReportContext } from './mail-context.ts';

/** The English name of the language the form was in. It says nothing of the language someone wrote in, or of who they are. */
export const languageName = ({ report }: ReportContext): string =>
  languages.find(({ id }) => id === report.locale)?.name ?? report.locale;
