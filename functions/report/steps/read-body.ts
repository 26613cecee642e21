/** `over`: longer than the limit, `text` is what came before it. `cut-off`: the sender stopped half way, or was too slow. */
export interface Body {
  readonly state: 'whole' | 'over' | 'cut-off';
  readonly text: string;
}

/** How slowly a body may come. */
export interface BodyPace {
  /** How often it is looked at, ms. */
  readonly everyMs: number;
  /** What must have come by the first look, twice as much by the second, and so on. */
  readonly leastBytes: number;
  /** By this look it must be whole. */
  readonly lastLook: number;
}

/** A phone on the slowest network sends ten times as much; somebody who only wants to hold a socket sends a byte a second. */
const bodyPace: BodyPace = { everyMs: 10_000, leastBytes: 2_560, lastLook: 5 };

/** Reads at most `limit` bytes and never holds more; the rest is refused, not read. Bytes that are not UTF-8 become U+FFFD. */
export async function readBody(request: Request, limit: number, pace: BodyPace = bodyPace): Promise<Body> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  if (reader === undefined) return { state: 'whole', text: '' };
  const tooSlow = watch(pace, () => size);
  try {
    for (;;) {
      const read = await Promise.race([reader.read(), tooSlow.noticed]);
      if (read === undefined) break;
      if (read.done) return { state: 'whole', text: decode(parts) };
      parts.push(read.value.subarray(0, limit - size));
      size += read.value.length;
      if (size > limit) return { state: 'over', text: decode(parts) };
    }
  } catch {
    // The sender is gone.
  } finally {
    tooSlow.stop();
  }
  return { state: 'cut-off', text: decode(parts) };
}

/** Notices a body that comes too slowly. */
function watch({ everyMs, leastBytes, lastLook }: BodyPace, size: () => number) {
  const { promise: noticed, resolve } = Promise.withResolvers<undefined>();
  let looks = 0;
  const timer = setInterval(() => {
    looks += 1;
    if (looks >= lastLook || size() < looks * leastBytes) resolve(undefined);
  }, everyMs);
  return { noticed, stop: () => clearInterval(timer) };
}

function decode(parts: readonly Uint8Array[]): string {
  return new TextDecoder().decode(parts.length === 1 ? parts[0] : Buffer.concat(parts));
}
