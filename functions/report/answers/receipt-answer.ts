import { type Answer, jsonAnswer, pageAnswer } from '../answer.ts';
import type { Asked, Routed } from '../asked.ts';
import { receiptPage } from '../pages/receipt-page.ts';
import type { Parts } from '../parts.ts';
import { nobodyReadsUntil } from '../steps/nobody-reads-until.ts';
import { receiptOf } from '../steps/receipt.ts';

/** The report is stored: 202, or 200 when the same one came again. The receipt is the same both times. */
export async function receiptAnswer(parts: Parts, taken: Asked & Routed, stored: Stored): Promise<Answer> {
  const { locale, variant, decision, cards } = taken;
  const receipt = receiptOf(stored.id, parts.secret);
  const status = stored.again ? 200 : 202;
  if (taken.format === 'json') {
    const { recipients, then, contacts } = decision;
    return jsonAnswer(status, { receipt, state: 'queued', recipients, then, contacts });
  }
  const waiting = nobodyReadsUntil(parts, taken, locale);
  return pageAnswer(parts, {
    locale,
    status,
    kind: 'receipt',
    main: (context) =>
      receiptPage(context, { variant, receipt, again: stored.again, decision, cards, nobodyReadsUntil: waiting }),
  });
}

export interface Stored {
  readonly id: string;
  readonly again: boolean;
}
