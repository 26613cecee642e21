const months = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(',');
const hour = 60 * 60 * 1000;
const [march, october] = [2, 9];

/**
 * London is an hour ahead of UTC from the last Sunday of March to that of October, 01:00 UTC each (Summer Time Order
 * 2002). A calendar of the system's would know it too, but making one costs as much as the rest of a cold start; a test
 * holds the two against each other.
 */
function inLondon(date: Date): Date {
  const time = date.getTime();
  const year = date.getUTCFullYear();
  const isSummer = time >= lastSunday(year, march) && time < lastSunday(year, october);
  return isSummer ? new Date(time + hour) : date;
}

/** 01:00 UTC on the last Sunday of a month of 31 days. */
function lastSunday(year: number, month: number): number {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.setUTCDate(31 - last.getUTCDay());
}

/** `14 March 2027`, where the agencies are. The hour is nobody's business. */
export function londonDay(date: Date): string {
  const there = inLondon(date);
  return `${there.getUTCDate()} ${months[there.getUTCMonth()]} ${there.getUTCFullYear()}`;
}

/** `2027-03-14`. */
export const londonIsoDay = (date: Date): string => inLondon(date).toISOString().slice(0, 10);
