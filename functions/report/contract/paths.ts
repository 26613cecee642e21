/**
 * Where things stand on the site. Every address that a form or an answer leaves in a phone's history is neutral:
 * `post` is the same endpoint as `api` under a name that tells nobody anything (design section 7).
 */
export const paths = {
  api: '/api/report',
  post: '/api/answers',
  health: '/api/report/health',
  recipients: '/api/report/recipients',
  demo: '/demo/',
} as const;

export type PageName =
  | 'home'
  | 'signs'
  | 'emergency'
  | 'help'
  | 'work'
  | 'young'
  | 'told'
  | 'phones'
  | 'form'
  | 'form-affected'
  | 'form-under-18'
  | 'who'
  | 'private'
  | 'professionals';

const tails: Record<PageName, string> = {
  home: '',
  signs: 'signs/',
  emergency: 'now/',
  help: 'help/',
  work: 'work/',
  young: 'young/',
  told: 'told/',
  phones: 'phones/',
  form: 'tell/',
  'form-affected': 'tell/me/',
  'form-under-18': 'tell/young/',
  who: 'who/',
  private: 'private/',
  professionals: 'professionals/',
};

/** `/en/tell/` and the like: locale first, then a word that is the same in every language. */
export const pagePath = (locale: string, page: PageName): string => `/${locale}/${tails[page]}`;

/** The page of one kind of place, of one concern, or of one topic. */
export const placePath = (locale: string, id: string): string => `${pagePath(locale, 'signs')}places/${id}/`;
export const concernPath = (locale: string, id: string): string => `${pagePath(locale, 'signs')}kinds/${id}/`;
export const topicPath = (locale: string, id: string): string => `${pagePath(locale, 'signs')}topics/${id}/`;

/** What a form asks for once it is in use: rules, names and words in its language, the same for everybody. */
export const livePath = (locale: string): string => `/live/${locale}.json`;
