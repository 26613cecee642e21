import type { Choice } from './answers.ts';
import type { RoutingInputs } from './decision.ts';

/** The answers that routing looks at, before they are made safe: blanks are still blank. */
export interface RawInputs extends Omit<RoutingInputs, 'reporter' | 'area'> {
  readonly reporter: Choice<'reporter'> | undefined;
  readonly area: string | undefined;
}

/**
 * Answers that contradict each other take the safer reading (service.md M6): a child who writes is a child at risk;
 * only pay or only safety, but with a sign of control, is forced work. A blank `danger` or `child` stays blank, which
 * is not "not sure". Making safe twice changes nothing.
 */
export const makeSafe = (raw: RawInputs): RoutingInputs => ({
  danger: raw.danger,
  reporter: raw.reporter ?? 'public',
  concern: raw.control && isOnlyWork(raw.concern) ? 'labour' : raw.concern,
  control: raw.control,
  child: raw.reporter === 'under-18' ? 'yes' : raw.child,
  care: raw.care,
  place: raw.place,
  area: raw.area ?? 'unknown',
  exclude: raw.exclude,
});

const isOnlyWork = (concern: RawInputs['concern']) => concern === 'pay-only' || concern === 'safety-only';
