import type { Choice } from './answers.ts';

/** The content model as the YAML files hand it over, already checked by `src/schemas`. Ids are stable; words live per language. */

/** One thing a person can see or hear, that would be just as odd whoever the people were. */
export interface Sign {
  readonly id: string;
  readonly pictogram: string;
  readonly kind: 'control' | 'core' | 'place';
  readonly places: readonly string[];
  readonly concerns: readonly string[];
  /** One of the five signs of the local campaign, shown on the home page. */
  readonly local?: boolean | undefined;
  readonly urgent?: boolean | undefined;
  readonly child?: boolean | undefined;
  readonly care?: boolean | undefined;
  /** The six signs of the form for under-18s, in "I or my friend" words (`signs:<id>.young`). */
  readonly young?: boolean | undefined;
  /** Rows of the research this sign serves, such as `A3/Control`, `A4/Debt bondage`, `A5/Hand car wash`. */
  readonly serves: readonly string[];
  /** Keys of the sources that name it. */
  readonly source: readonly string[];
}

export interface Concern {
  readonly id: Choice<'concern'>;
  readonly pictogram: string;
  readonly source: readonly string[];
}

export interface Place {
  readonly id: string;
  readonly pictogram: string;
  /** Who inspects work safety at such a place (domain B4); `unknown` shows both. */
  readonly safety: 'workplace-safety' | 'environmental-health' | 'unknown';
  readonly source: readonly string[];
}

export interface Area {
  readonly id: string;
  /** `council` is one of ours; `railway`; `here` is "somewhere here, not sure where"; `outside`; `unknown`. */
  readonly kind: 'council' | 'railway' | 'here' | 'outside' | 'unknown';
  readonly towns: readonly string[];
  readonly postcodes: readonly string[];
  /** Which council looks after children and adults there: the tail of the agency ids `children-…`, `adults-…`. */
  readonly socialCare?: string | undefined;
  /** Which council looks after housing and environmental health: the tail of `housing-…`, `environmental-health-…`. */
  readonly district?: string | undefined;
  readonly code?: string | undefined;
  readonly source: readonly string[];
}

export interface PhoneNumber {
  /** E.164, or a short number such as `999` or `61016`. */
  readonly number: string;
  readonly kind: 'voice' | 'text' | 'relay';
  /** `C` was read in a source; `V` was not and is never shown to the public. */
  readonly confidence: 'C' | 'V';
  /** The day a named person dialled it, or null. Hours are shown only once it has a date. */
  readonly verified: string | null;
  readonly source: readonly string[];
  /** Word key under `agencies:<id>.phones.` when an agency has more than one number. */
  readonly label?: string | undefined;
  readonly free?: boolean | undefined;
}

export interface Agency {
  readonly id: string;
  readonly kind: 'emergency' | 'police' | 'charity' | 'council' | 'government' | 'advice';
  /** The tail of a council agency's id, such as `leicester`. */
  readonly council?: string | undefined;
  readonly phones: readonly PhoneNumber[];
  readonly website?: string | undefined;
  /** Hours only where a source confirms them; words are built from them, never typed. */
  readonly hours?: { readonly text: '24/7' | string; readonly verified: string | null } | undefined;
  /** `professional` bodies stand on the professionals' page only. Without it: for everyone. */
  readonly audience?: 'public' | 'professional' | undefined;
  /** No rule may name it, as recipient or as contact: history, or a body that takes nothing from the public. */
  readonly neverRoute?: true | undefined;
  /** First and last day (or month, or year) of the body itself, where a source says so; councils and the commissioner will change. */
  readonly validFrom?: string | undefined;
  readonly validTo?: string | undefined;
  readonly verified: string | null;
  readonly source: readonly string[];
}

export interface Language {
  readonly id: string;
  readonly tag: string;
  readonly autonym: string;
  readonly name: string;
  readonly dir: 'ltr' | 'rtl';
  readonly plurals: readonly string[];
  readonly tier: 0 | 1 | 2 | 3;
}

/** One published figure. Always shown with its year and source; what was counted decides what it may be compared with. */
export interface Statistic {
  readonly id: string;
  /** The table and row of the research (domain D) that it comes from, such as `D3/2024`. */
  readonly row: string;
  /** What was counted. */
  readonly measure: string;
  /** Whose count it is: figures of different counters are never joined into one trend. */
  readonly counter: string;
  readonly value: number;
  /** The upper end, when a range was published. */
  readonly valueTo?: number | undefined;
  /** How the source put it: `over` 200, `almost` 17,000. */
  readonly precision: 'exact' | 'about' | 'over' | 'almost' | 'range';
  readonly unit: string;
  /** A year, a quarter (`2025-Q4`), a month, two of them joined by `/`, or `undated`. */
  readonly period: string;
  readonly area: 'local' | 'national';
  readonly confidence: 'C' | 'V';
  readonly source: readonly string[];
  /** What a reader must know before using it. */
  readonly note?: string | undefined;
}

/** Who runs this site. Facts only; a null is said to the reader as "not yet named", never invented. */
export interface Partnership {
  readonly id: string;
  /** The name of the site. */
  readonly name: string;
  /** The area in full and short, as a reader says it: "Leicester, Leicestershire and Rutland" and "LLR". */
  readonly area: { readonly name: string; readonly short: string };
  readonly controller: {
    readonly name: string;
    readonly kind: 'police' | 'pcc' | 'council' | 'charity' | 'university';
  } | null;
  readonly contact: {
    readonly role: string;
    readonly email?: string | undefined;
    readonly phone?: string | undefined;
  } | null;
  /** Where the quick exit goes, a plain page that many people open. */
  readonly exit: string;
  readonly intake: 'open' | 'phones-only';
  /** Protective marking printed on top of a mail, chosen by the partnership. */
  readonly marking: string;
}

/** A sign with too many other reasons to be a box on a form: it is read, never ticked, and decides nothing. */
export interface WeakSign {
  readonly id: string;
  readonly serves: readonly string[];
  readonly source: readonly string[];
}

/** Reading matter that people look for by name; routing and counts go by concern. */
export interface Topic {
  readonly id: string;
  readonly concerns: readonly string[];
  readonly signs: readonly string[];
  readonly places: readonly string[];
  readonly weak: readonly WeakSign[];
  readonly source: readonly string[];
}
