/** `over`: longer than the limit, `text` is what came before it. `cut-off`: the sender stopped half way. */
export interface Body {
  readonly state: 'whole' | 'over' | 'cut-off';
  readonly text: string;
}

/** Reads at most `limit` bytes and never holds more; the rest is refused, not read. Bytes that are not UTF-8 become U+FFFD. */
export async function readBody(request: Request, limit: number): Promise<Body> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = request.body?.getReader();
  if (reader === undefined) return { state: 'whole', text: '' };
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return { state: 'whole', text: decode(parts) };
      parts.push(value.subarray(0, limit - size));
      size += value.length;
      if (size > limit) {
        await reader.cancel();
        return { state: 'over', text: decode(parts) };
      }
    }
  } catch {
    return { state: 'cut-off', text: '' };
  }
}

function decode(parts: readonly Uint8Array[]): string {
  return new TextDecoder().decode(parts.length === 1 ? parts[0] : Buffer.concat(parts));
}
