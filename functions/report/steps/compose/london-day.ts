const zone = { timeZone: 'Europe/London' } as const;
const written = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', ...zone });
/** Swedish dates are ISO dates. */
const iso = new Intl.DateTimeFormat('sv-SE', zone);

/** No day starts or ends within a quarter of an hour, so the last answer holds that long; asking is slow. */
const quarterMs = 15 * 60 * 1000;
let last = { quarter: Number.NaN, day: '' };

/** `14 March 2027`, where the agencies are. The hour is nobody's business. */
export function londonDay(date: Date): string {
  const quarter = Math.floor(date.getTime() / quarterMs);
  if (quarter !== last.quarter) last = { quarter, day: written.format(date) };
  return last.day;
}

/** `2027-03-14`. */
export const londonIsoDay = (date: Date): string => iso.format(date);
