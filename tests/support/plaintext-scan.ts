import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every way in which a text might lie about readable, as bytes to look for. */
export function disguises(text: string): readonly Buffer[] {
  return [Buffer.from(text, 'utf8'), Buffer.from(text, 'utf16le'), ...base64Forms(text), quotedPrintable(text)];
}

/** The middle of the base64 of a text at each of its three alignments; the ends depend on what stands beside it. */
function base64Forms(text: string): Buffer[] {
  return [0, 1, 2].map((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), Buffer.from(text)]).toString('base64');
    return Buffer.from(whole.slice(4, -4));
  });
}

/** Every byte written out, which is how a text that is not ASCII looks in such a mail. */
function quotedPrintable(text: string): Buffer {
  const bytes = [...Buffer.from(text, 'utf8')];
  return Buffer.from(
    bytes.map((byte) => (byte < 128 ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase()}`)).join(''),
  );
}

/** Files under the folder, the file names themselves included, that hold the text in any form; names from `folder` on. */
export function filesHolding(folder: string, text: string, except: readonly string[] = []): string[] {
  const needles = disguises(text);
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return names
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((name) => !except.some((part) => name.startsWith(part)))
    .filter((name) => name.includes(text) || holds(readIfThere(path.join(folder, name)), needles));
}

export const holds = (bytes: Buffer, needles: readonly Buffer[]): boolean =>
  needles.some((needle) => bytes.includes(needle));

/** A file may go while it is looked at, such as the store's journal at a restart. */
function readIfThere(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}

/** The environment of a running process, where the system shows it. */
export const environmentOf = (pid: number): Buffer => readIfThere(`/proc/${pid}/environ`);
