/** A wait that can be cut short, from inside by something that ends first or from outside by `end`. */
export interface Pause {
  /** Resolves after `ms`, when one of `others` resolves, or when the pause was ended: whichever is first. */
  wait(ms: number, others: readonly Promise<unknown>[]): Promise<void>;
  /** Ends the wait under way and every later one. */
  end(): void;
}

export function createPause(): Pause {
  let finish = () => {};
  let ended = false;
  return {
    async wait(ms, others) {
      if (ended) return;
      let timer: NodeJS.Timeout | undefined;
      const time = new Promise<void>((resolve) => {
        finish = resolve;
        timer = setTimeout(resolve, ms);
      });
      await Promise.race([time, ...others]);
      clearTimeout(timer);
    },
    end() {
      ended = true;
      finish();
    },
  };
}
