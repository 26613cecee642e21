import type { Part } from '../live-site.ts';
import { disguises, environmentOf, filesHolding, holds } from '../plaintext-scan.ts';

/** Where a word lies about readable just now: files below the folders, what processes said, their environment. */
export function readableNow(parts: readonly Part[], folders: readonly string[], word: string): readonly string[] {
  const needles = disguises(word);
  const said: readonly (readonly [name: string, bytes: Buffer])[] = parts.flatMap((part) => [
    ['output', Buffer.from(part.output)] as const,
    ['environment', environmentOf(part.pid)] as const,
  ]);
  const files = folders.flatMap((folder) => filesHolding(folder, word));
  return [...files, ...said.filter(([, bytes]) => holds(bytes, needles)).map(([name]) => name)];
}
