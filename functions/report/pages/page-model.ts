import type { Decision, Urgency } from '../contract/decision.ts';
import type { Agency, Area, Language, Partnership, Place, Sign } from '../contract/model.ts';
import type { FieldError, ProblemCode } from '../contract/problem.ts';
import type { RawAnswers } from '../contract/report.ts';
import type { SignCheckLevel } from '../contract/sign-check.ts';
import type { Words } from '../contract/words.ts';
import type { Pictograms } from './parts/pictogram.ts';

/** Everything a page needs of the content model; words come apart, one language at a time. */
export interface PageModel {
  readonly agencies: readonly Agency[];
  readonly areas: readonly Area[];
  readonly places: readonly Place[];
  readonly signs: readonly Sign[];
  readonly partnership: Partnership;
  /** What is drawn inside each pictogram, by `signs/<id>`, `places/<id>`, `concerns/<id>`. */
  readonly pictograms: Pictograms;
  /** How each language is written in itself. */
  readonly languages: readonly Pick<Language, 'id' | 'tag' | 'autonym' | 'dir'>[];
}

/** What every page function is handed. */
export interface PageContext {
  readonly locale: string;
  /** Ids of all languages that are served. With one, or none given, a page offers no other. */
  readonly locales?: readonly string[] | undefined;
  /** True where nothing goes to any agency: the page says so. */
  readonly demo?: boolean | undefined;
  readonly words: Words;
  readonly model: PageModel;
}

/** The three forms: the same questions in fewer or other words. */
export type Variant = 'public' | 'affected' | 'under-18';

export interface FormState {
  readonly variant: Variant;
  /** Every answer as it came; an empty map on the first page. */
  readonly answers: RawAnswers;
  readonly errors: readonly FieldError[];
}

/** One slip of the check page. */
export interface Card {
  readonly agency: string;
  readonly role: 'primary' | 'copy' | 'then';
  /** After how long a second contact gets it, minutes; undefined for primary and copy. */
  readonly afterMinutes?: number | undefined;
  /** `24/7`, hours as the recipient gave them, or undefined when not known. */
  readonly reads?: string | undefined;
  readonly mayLeaveOut: boolean;
}

export interface CheckState {
  readonly variant: Variant;
  readonly answers: RawAnswers;
  readonly token: string;
  readonly decision: Decision;
  readonly urgency: Urgency;
  readonly cards: readonly Card[];
  /** Agencies left out already, shown with a tick that can be taken away. */
  readonly leftOut: readonly string[];
  /** Set when nobody reads now: said above Send with a phone (harm H1). */
  readonly nobodyReadsUntil?: string | undefined;
  /** The person pressed Send, but who gets it has changed since the page was shown: "look again, then send". */
  readonly changed: boolean;
  readonly errors: readonly FieldError[];
}

export interface ReceiptState {
  readonly variant: Variant;
  /** 20 digits, in groups of four. */
  readonly receipt: string;
  /** True when the same report came again. */
  readonly again: boolean;
  readonly decision: Decision;
  readonly cards: readonly Card[];
  readonly nobodyReadsUntil?: string | undefined;
}

export interface ProblemState {
  readonly code: ProblemCode;
  readonly variant: Variant;
  readonly answers: RawAnswers;
  readonly contacts: readonly string[];
  /** Set for `signposted`: which rule, so that the page can say why. `emergency` and `professional` have their own words. */
  readonly decision?: Decision | undefined;
}

/** The sign check (`step=signs`): three answers and no number (service.md M17). */
export interface SignCheckState {
  readonly level: SignCheckLevel;
  readonly answers: RawAnswers;
}
