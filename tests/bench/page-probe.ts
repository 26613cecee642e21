/** What one page load felt like, times in ms from the start of the navigation. */
export interface Felt {
  firstText: number | null;
  /** The first answer that can be given: in sight, not covered, and the page answers within a frame or three. */
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
 * Runs inside the page before anything else; it is handed over as source, so it reaches for nothing outside itself.
 * A field counts once it was seen and two frames came within 50 ms of each other.
 */
export function probe(): void {
  const felt: Felt = { firstText: null, firstField: null, layoutShift: 0, blocked: 0 };
  window.felt = felt;
  const observe = (type: string, seen: (entry: PerformanceEntry) => void) =>
    new PerformanceObserver((list) => list.getEntries().forEach(seen)).observe({ type, buffered: true });
  observe('paint', ({ name, startTime }) => {
    if (name === 'first-contentful-paint') felt.firstText = startTime;
  });
  observe('layout-shift', (entry) => {
    felt.layoutShift += 'value' in entry ? Number(entry.value) : 0;
  });
  observe('longtask', ({ startTime, duration }) => {
    if (felt.firstText !== null && startTime >= felt.firstText) felt.blocked += Math.max(0, duration - 50);
  });
  const isUsable = (field: Element) => {
    const label = field.closest('label') ?? document.querySelector(`label[for="${field.id}"]`) ?? field;
    const { left, top, width, height } = label.getBoundingClientRect();
    if (width < 1 || height < 1) return false;
    const [x, y] = [left + width / 2, top + height / 2];
    if (x < 0 || y < 0 || x > innerWidth || y > innerHeight) return true;
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (label.contains(hit) || hit.contains(label));
  };
  let last = 0;
  const look = () => {
    const now = performance.now();
    const fields = document.querySelectorAll('main input:not([type=hidden]), main textarea');
    if (now - last < 50 && [...fields].some(isUsable)) {
      felt.firstField = now;
      return;
    }
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}
