/** One line of the table. Without a goal it is there to compare with. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly goal?: string;
  readonly met?: boolean;
}

/** What one part of the bench found. */
export interface Findings {
  readonly figures: readonly Figure[];
  /** Sentences under the table. */
  readonly notes: readonly string[];
  /** Why nothing of it may be believed; empty when it may. */
  readonly voids: readonly string[];
  /** What else a reader must know before comparing these figures with another machine's. */
  readonly doubts?: readonly string[];
}

type Show = (value: number) => string;

interface Judged {
  readonly what: string;
  readonly value: number;
  readonly show: Show;
  /** The goal: no more than this … */
  readonly most?: number;
  /** … or no less. */
  readonly least?: number;
}

/** A figure with a goal. */
export function judged({ what, value, show, most = Number.POSITIVE_INFINITY, least }: Judged): Figure {
  const goal = least === undefined ? `≤ ${show(most)}` : `≥ ${show(least)}`;
  return { what, measured: show(value), goal, met: value <= most && value >= (least ?? value) };
}

const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

export const show = {
  bytes: (value: number) => `${whole.format(value)} bytes`,
  count: (value: number) => whole.format(value),
  ms: (value: number) => `${whole.format(value)} ms`,
  seconds: (value: number) => `${value.toFixed(2)} s`,
  percent: (value: number) => `${(value * 100).toFixed(0)} %`,
  microseconds: (value: number) => `${whole.format(value)} µs`,
  mebibytes: (value: number) => `${value.toFixed(1)} MiB`,
  times: (value: number) => `${value.toFixed(2)} ×`,
  rate: (value: number) => `${whole.format(value)}/s`,
} as const satisfies Record<string, Show>;
