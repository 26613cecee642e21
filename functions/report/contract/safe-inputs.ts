import type { RoutingInputs } from './decision.ts';
import { makeSafe } from './make-safe.ts';
import type { Sign } from './model.ts';
import type { Report } from './report.ts';

/** What is needed of the content model: what each sign carries. */
export interface SignModel {
  readonly signs: readonly Pick<Sign, 'id' | 'kind' | 'child' | 'care'>[];
}

/** A report → what routing may look at. A ticked sign that carries control, a child or care counts as if it was asked. */
export function safeInputs(report: Report, { signs }: SignModel): RoutingInputs {
  const ticked = signs.filter(({ id }) => report.signs.includes(id));
  const { danger, reporter, concern, place, area, exclude } = report;
  const control = ticked.some(({ kind }) => kind === 'control');
  const child = ticked.some((sign) => sign.child === true) ? withChildSign(report.child) : report.child;
  const care = report.care || ticked.some((sign) => sign.care === true);
  return makeSafe({ danger, reporter, concern, control, child, care, place, area, exclude });
}

/** A sign about a child, and yet "no": nobody can tell, so it is "not sure". */
const withChildSign = (child: Report['child']) => (child === 'no' ? 'unsure' : 'yes');
