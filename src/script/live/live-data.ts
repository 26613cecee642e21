import type { Sign } from '#contract/model.ts';
import type { RoutingModel } from '#contract/routing-table.ts';

/** A piece of a page as data, since our policy lets no text become HTML: words, or a name, its attributes and what is inside. */
export type Tree = string | readonly [name: string, attributes: Readonly<Record<string, string>>, ...inside: Tree[]];

/** What the live card says, beside the names. */
export interface LiveWords {
  readonly title: readonly Tree[];
  readonly primary: readonly Tree[];
  readonly copy: readonly Tree[];
  readonly then: readonly Tree[];
  readonly emergency: readonly Tree[];
  readonly phones: readonly Tree[];
}

export interface LiveAgency {
  readonly name: readonly Tree[];
  /** The first of its numbers, to press; empty where it has none to show. The page that comes says what the others are for. */
  readonly phone: readonly Tree[];
}

/** Rules, names and words in one language; the same for everybody, so asking for it tells nothing (`/live/<locale>.json`). */
export interface LiveData {
  readonly signs: readonly Pick<Sign, 'id' | 'kind' | 'places' | 'child' | 'care' | 'urgent' | 'young'>[];
  readonly routing: RoutingModel;
  readonly mayLeaveOutPolice: boolean;
  readonly words: LiveWords;
  readonly agencies: Readonly<Record<string, LiveAgency>>;
  /** Each sign of a place as the form has it: a row with its box. */
  readonly boxes: Readonly<Record<string, Tree>>;
}
