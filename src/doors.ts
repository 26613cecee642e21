import type { PageName } from '#contract/paths.ts';
import type { IconName } from './icons.ts';
import type { SiteState } from './site-state.ts';

export interface Door {
  readonly page: PageName;
  /** `danger` has the red edge of 999; `main` is the one filled door of a screen. */
  readonly look?: 'danger' | 'main' | undefined;
}

/** What stands beside each door's words. */
export const doorIcons: Partial<Record<PageName, IconName>> = {
  emergency: 'danger',
  form: 'tell',
  'form-affected': 'me',
  help: 'me',
  'form-under-18': 'young',
  young: 'young',
  signs: 'signs',
  phones: 'phone',
  professionals: 'people',
  told: 'talk',
  work: 'work',
};

type ByIntake = Record<SiteState['intake'], readonly Door[]>;

const own: readonly Door[] = [{ page: 'form-affected' }, { page: 'form-under-18' }];

/** The doors of the first page in their order: danger first, and no door to a form where there is none. */
export const firstDoors: ByIntake = {
  open: [{ page: 'emergency', look: 'danger' }, { page: 'form', look: 'main' }, ...own],
  'phones-only': [{ page: 'emergency', look: 'danger' }, { page: 'phones', look: 'main' }, ...own],
};

export const moreDoors: ByIntake = {
  open: [{ page: 'signs' }, { page: 'phones' }, { page: 'professionals' }],
  'phones-only': [{ page: 'signs' }, { page: 'professionals' }],
};

/** Where the words of a door are; some differ where there is no form. */
export const doorWords = (page: PageName, intake: SiteState['intake']): string =>
  intake === 'phones-only' && page === 'form-affected' ? `ui:doorsPhones.${page}` : `ui:doors.${page}`;
