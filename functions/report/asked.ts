import type { Decision, RoutingInputs, Urgency } from './contract/decision.ts';
import type { RawAnswers, Report } from './contract/report.ts';
import type { Card, Variant } from './pages/page-model.ts';

/** Who asks and how the answer is to look; known from the first byte on. */
export interface Asked {
  readonly format: 'html' | 'json';
  readonly locale: string;
  readonly variant: Variant;
  readonly raw: RawAnswers;
}

/** A report that was checked and routed, and whom its reporter is shown. */
export interface Routed {
  readonly report: Report;
  readonly inputs: RoutingInputs;
  readonly decision: Decision;
  readonly urgency: Urgency;
  readonly cards: readonly Card[];
  /** The rule mails, but nobody it could mail has a mailbox any more: we cannot keep it, whoever was left out. */
  readonly unserved: boolean;
}

/** The forms that are not for the public, each named as the answer that asks for it. */
const variants: readonly Variant[] = ['affected', 'under-18'];

/** Which form someone filled in; anything but the two special ones is the public form. */
export function variantOf(raw: RawAnswers): Variant {
  const reporter = raw.get('reporter')?.[0];
  return variants.find((variant) => variant === reporter) ?? 'public';
}

/** The language someone asked for, if it is served; else the first one, which is the source language. */
export function localeOf(raw: RawAnswers, locales: readonly string[]): string {
  const wanted = raw.get('locale')?.[0];
  return locales.find((locale) => locale === wanted) ?? locales[0] ?? 'en';
}
