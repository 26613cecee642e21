/** Spreads the reports of a run over its kills, so that there is always something under way to be lost. */
export interface Pace {
  /** Resolves when report number `n` may start. */
  turn(n: number): Promise<void>;
  /** One more kill has been done. */
  advance(): void;
}

export function pace(reports: number, kills: number): Pace {
  const share = Math.ceil(reports / (kills + 1));
  let allowed = share;
  const waiting: (() => void)[] = [];
  return {
    async turn(n) {
      while (n >= allowed) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    advance() {
      allowed += share;
      for (const wake of waiting.splice(0)) wake();
    },
  };
}
