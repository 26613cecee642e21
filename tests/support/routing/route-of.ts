import type { Decision } from '#contract/decision.ts';
import { mailableAgencies } from '#contract/mailable-agencies.ts';
import { makeSafe, type RawInputs } from '#contract/make-safe.ts';
import { routeReport } from '#contract/route-report.ts';
import { realModel } from './real-model.ts';

export const blankInputs: RawInputs = {
  danger: undefined,
  reporter: undefined,
  concern: undefined,
  control: false,
  child: undefined,
  care: false,
  place: undefined,
  area: undefined,
  exclude: [],
};

/** Every agency that a rule can mail has a mailbox. */
export const everybody: ReadonlySet<string> = new Set(mailableAgencies(realModel));

/** What the real rules decide about some answers; the others are blank. */
export const routeOf = (answers: Partial<RawInputs>, configured: ReadonlySet<string> = everybody): Decision =>
  routeReport(makeSafe({ ...blankInputs, ...answers }), realModel, configured);

/** `police + adults-leicester > helpline`: who gets it, and after `>` who is next; or what happens instead. */
export const asSentence = ({ outcome, recipients, then }: Decision): string =>
  outcome === 'send' ? [recipients.map(({ id }) => id).join(' + '), ...then].join(' > ') : outcome;
