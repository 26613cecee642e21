/** What one page load felt like, times in ms from the start of the navigation. */
export interface Felt {
  firstText: number | null;
  /** The first answer that can be given. */
  firstField: number | null;
  layoutShift: number;
  /** Beyond 50 ms of every task, from the first text on. */
  blocked: number;
}

declare global {
  interface Window {
    felt?: Felt;
  }
}

/**
 * Runs inside the page before anything else; it is handed over as source, so it reaches for nothing outside itself. A
 * field counts once it is there, has a size, nothing covers it, and two frames came within 50 ms of each other.
 */
export function probe(): void {
  const felt: Felt = { firstText: null, firstField: null, layoutShift: 0, blocked: 0 };
  window.felt = felt;
  const observers: Record<string, (entry: PerformanceEntry) => void> = {
    paint: ({ name, startTime }) => {
      if (name === 'first-contentful-paint') felt.firstText = startTime;
    },
    'layout-shift': (entry) => {
      felt.layoutShift += 'value' in entry ? Number(entry.value) : 0;
    },
    longtask: ({ startTime, duration }) => {
      if (startTime >= (felt.firstText ?? Number.POSITIVE_INFINITY)) felt.blocked += Math.max(0, duration - 50);
    },
  };
  for (const [type, seen] of Object.entries(observers)) {
    new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type, buffered: true });
  }
  const isUsable = (field: Element) => {
    const { left, top, width, height } = (field.closest('label') ?? field).getBoundingClientRect();
    const [x, y] = [left + width / 2, top + height / 2];
    if (width < 1 || height < 1) return false;
    const hit = document.elementFromPoint(x, y);
    return hit === null || hit.contains(field) || hit.closest('label') !== null;
  };
  let last = 0;
  const look = (now: number) => {
    const fields = document.querySelectorAll('main input:not([type=hidden]), main textarea');
    if (now - last < 50 && [...fields].some(isUsable)) felt.firstField = performance.now();
    else requestAnimationFrame(look);
    last = now;
  };
  requestAnimationFrame(look);
}
