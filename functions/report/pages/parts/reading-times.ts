import type { PageContext } from '../page-model.ts';

/** When an agency reads its mailbox, from `24/7` or hours such as `Mon-Fri 09:00-17:00; Sat 10:00-12:00`, in words. */
export function readingTimes({ words }: PageContext, reads: string | undefined): string {
  if (reads === undefined) return words('report:reads.unknown');
  if (reads === '24/7') return words('report:reads.always');
  return reads
    .split(';')
    .map((part) => partInWords(words, part.trim()))
    .join('; ');
}

function partInWords(words: PageContext['words'], part: string): string {
  const [days = '', hours = ''] = part.split(' ');
  const [from = '', to = ''] = hours.split('-');
  return words('report:reads.hours', { days: daysInWords(words, days), from, to });
}

const daysInWords = (words: PageContext['words'], days: string): string =>
  days
    .split(',')
    .map((range) => {
      const [from = '', to] = range.split('-');
      const first = words(`report:day.${from}`);
      return to === undefined ? first : words('report:reads.days', { from: first, to: words(`report:day.${to}`) });
    })
    .join(', ');

const hour = 60;

/** A wait in minutes or whole hours. */
export const waitInWords = ({ words }: PageContext, minutes: number): string =>
  minutes % hour === 0
    ? words('report:wait.hours', { count: minutes / hour })
    : words('report:wait.minutes', { count: minutes });
