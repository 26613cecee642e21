/**
 * When somebody reads a mailbox: `24/7`, or hours such as `Mon-Fri 09:00-17:00; Sat 10:00-12:00`, by the clock of
 * London. Several days with the same hours: `Mon,Wed,Fri 09:00-17:00`. A day ends at `24:00`.
 */
export const alwaysReads = '24/7';

/** Minutes since Monday 00:00, London time; `to` is not included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

const days = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const minute = 60_000;
const minutesPerDay = 24 * 60;
const minutesPerWeek = 7 * minutesPerDay;
/** Nothing is read in an hour that the clocks skip; they never skip more. */
const longestSkip = 60;

/** The spans of a week, in order; `undefined` when the text is not reading hours. */
export function parseReadingHours(reads: string): readonly Span[] | undefined {
  if (reads === alwaysReads) return [{ from: 0, to: minutesPerWeek }];
  const spans = reads.split(';').map((part) => parsePart(part.trim()));
  if (spans.some((part) => part === undefined)) return undefined;
  return spans.flatMap((part) => part ?? []).sort((a, b) => a.from - b.from);
}

/** Whether somebody reads at this moment. Reading hours that cannot be understood count as nobody. */
export function readsAt(reads: string, date: Date): boolean {
  return includes(parseReadingHours(reads) ?? [], londonMinute(date));
}

/** The next moment at which somebody reads: `date` itself when somebody reads then. */
export function nextReading(reads: string, date: Date): Date {
  const spans = parseReadingHours(reads);
  if (spans === undefined) throw new Error(`"${reads}" is not reading hours: write 24/7 or "Mon-Fri 09:00-17:00".`);
  if (includes(spans, londonMinute(date))) return date;
  const candidates = spans.flatMap(({ from }) => [
    startAfter(spans, from, date),
    startAfter(spans, from + minutesPerWeek, date),
  ]);
  const times = candidates.filter((time) => time !== undefined);
  return new Date(Math.min(...times));
}

function parsePart(part: string): Span[] | undefined {
  const match = /^([A-Z][a-z]{2}(?:[-,][A-Z][a-z]{2})*) (\d\d):(\d\d)-(\d\d):(\d\d)$/.exec(part);
  if (match === null) return undefined;
  const [, dayNames = '', ...clock] = match;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = clock.map(Number);
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  const named = parseDays(dayNames);
  const isClock = fromMinute < 60 && toMinute < 60 && from < to && to <= minutesPerDay;
  if (named === undefined || !isClock) return undefined;
  return named.map((day) => ({ from: day * minutesPerDay + from, to: day * minutesPerDay + to }));
}

/** `Mon-Fri`, `Sat`, `Mon,Wed-Thu` → numbers of days; a range may run over the week's end. */
function parseDays(text: string): number[] | undefined {
  const ranges = text.split(',').map((range) => range.split('-').map((name) => days.indexOf(name)));
  if (ranges.some((range) => range.length > 2 || range.includes(-1))) return undefined;
  return ranges.flatMap(([first = 0, last = first]) => {
    const length = ((last - first + 7) % 7) + 1;
    return Array.from({ length }, (_, index) => (first + index) % 7);
  });
}

function includes(spans: readonly Span[], at: number): boolean {
  return spans.some(({ from, to }) => from <= at && at < to);
}

/** The first moment of a span that begins at `start`, this week or next; `undefined` when it is over or was skipped. */
function startAfter(spans: readonly Span[], start: number, date: Date): number | undefined {
  const wholeMinute = Math.floor(date.getTime() / minute) * minute;
  const wait = start - londonMinute(date);
  if (wait <= 0) return undefined;
  const unshifted = wholeMinute + wait * minute;
  const guess = unshifted - (londonOffset(unshifted) - londonOffset(wholeMinute)) * minute;
  for (let late = 0; late <= longestSkip; late += 1) {
    const time = guess + late * minute;
    if (time > date.getTime() && includes(spans, londonMinute(new Date(time)))) return time;
  }
  return undefined;
}

let clock: Intl.DateTimeFormat | undefined;

/** Made when it is first needed: it costs as much as everything else at a start. */
function londonClock(): Intl.DateTimeFormat {
  clock ??= new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return clock;
}

/** Minutes since Monday 00:00 on the clock of London. */
function londonMinute(date: Date): number {
  const parts = londonClock()
    .formatToParts(date)
    .map(({ type, value }) => [type, value]);
  const { weekday = '', hour, minute: past } = Object.fromEntries(parts) as Record<string, string | undefined>;
  return days.indexOf(weekday) * minutesPerDay + Number(hour) * 60 + Number(past);
}

/** Minutes by which London is ahead of UTC: 0 or 60. */
function londonOffset(time: number): number {
  const date = new Date(time);
  const utcMinute = ((date.getUTCDay() + 6) % 7) * minutesPerDay + date.getUTCHours() * 60 + date.getUTCMinutes();
  return (londonMinute(date) - utcMinute + minutesPerWeek) % minutesPerWeek;
}
