import type { DeliveryResult, Mailer } from '../mail/mail.ts';

/** It may have arrived: nobody waited for the answer. */
const cutOff: DeliveryResult = { outcome: 'retry', ambiguous: true, code: 'DEADLINE' };
const tooLate: DeliveryResult = { outcome: 'retry', ambiguous: false, code: 'DEADLINE' };

/**
 * A mailer of which nothing is left after `deadlineMs`: what is under way then is cut off, and nothing more is begun,
 * not even to an agency's second mailbox. Its `close` ends it earlier.
 */
export function mailerUntil(mailer: Mailer, deadlineMs: number): Mailer {
  const { promise: deadline, resolve: cut } = Promise.withResolvers<DeliveryResult>();
  let isOver = false;
  const end = async () => {
    clearTimeout(timer);
    if (isOver) return;
    isOver = true;
    cut(cutOff);
    await mailer.close();
  };
  const timer = setTimeout(() => void end(), deadlineMs);
  return {
    deliver: async (delivery) => (isOver ? tooLate : Promise.race([mailer.deliver(delivery), deadline])),
    close: end,
  };
}
