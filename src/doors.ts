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

const own: readonly Door[] = [{ page: 'help' }, { page: 'young' }];

/** The doors of the first page in their order: danger first, and no door to a form where there is none. */
export const firstDoors: ByIntake = {
  open: [{ page: 'emergency', look: 'danger' }, { page: 'form', look: 'main' }, ...own],
  'phones-only': [{ page: 'emergency', look: 'danger' }, { page: 'phones', look: 'main' }, ...own],
};

const reading: readonly Door[] = [{ page: 'signs' }, { page: 'told' }, { page: 'work' }];

export const moreDoors: ByIntake = {
  open: [...reading, { page: 'phones' }, { page: 'professionals' }],
  'phones-only': [...reading, { page: 'professionals' }],
};

/** From the page for the person it happens to: the form only after the phones. */
export const helpDoors: ByIntake = {
  open: [{ page: 'form-affected' }, { page: 'work' }, { page: 'young' }, { page: 'phones' }],
  'phones-only': [{ page: 'work' }, { page: 'young' }, { page: 'phones' }],
};

export const youngDoors: ByIntake = {
  open: [{ page: 'form-under-18' }, { page: 'phones' }],
  'phones-only': [{ page: 'phones' }],
};

export const workDoors: readonly Door[] = [{ page: 'help' }, { page: 'phones' }];
