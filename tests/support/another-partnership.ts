import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse, stringify } from 'yaml';

/** What a partnership of its own consists of: the project, with other facts in `content/`. */
const copied = [
  ...['content', 'functions', 'public', 'src'],
  ...['astro.config.mjs', 'package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts'],
];

export interface PartnershipInput {
  /** An empty folder. */
  readonly folder: string;
  /** Settings of the built site. */
  readonly env: Readonly<Record<string, string>>;
  /** Files to write over the copy: path below the folder → text. */
  readonly instead?: Readonly<Record<string, string>>;
}

/**
 * Builds the site of an invented partnership that has named a controller, so that it may run for real: the project as it
 * stands, with other content. Answers the folder of the built function.
 */
export function buildPartnership(input: PartnershipInput): string {
  runBuild(input);
  return path.join(input.folder, 'dist-function');
}

/** The same; answers what the build said. */
export function runBuild({ folder, env, instead = {} }: PartnershipInput): string {
  mkdirSync(folder, { recursive: true });
  for (const name of copied) cpSync(name, path.join(folder, name), { recursive: true });
  symlinkSync(path.resolve('node_modules'), path.join(folder, 'node_modules'));
  const file = path.join(folder, 'content/model/partnership.yaml');
  const controller = { name: 'Example Borough Council', kind: 'council' };
  writeFileSync(file, stringify({ ...parse(readFileSync(file, 'utf8')), controller }));
  for (const [name, text] of Object.entries(instead)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const build = spawnSync(process.execPath, ['src/build/run.mjs', 'build'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], ...env, ASTRO_TELEMETRY_DISABLED: '1' },
    encoding: 'utf8',
  });
  if (build.status !== 0) throw new Error(`The build of another partnership failed:\n${build.stdout}${build.stderr}`);
  return build.stdout;
}
