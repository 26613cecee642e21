import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** Which way imports may point. Change it only together with README "The map". First row that fits a file wins. */
const rules: readonly { readonly from: RegExp; readonly may: RegExp }[] = [
  { from: /^content\//, may: /^$/ },
  { from: /^functions\/report\/contract\//, may: /^functions\/report\/contract\// },
  { from: /^functions\/report\/pages\//, may: /^functions\/report\/(contract|pages)\/|^pkg:hono/ },
  { from: /^functions\/report\/(outbox|mail)\//, may: /^functions\/report\/(contract|outbox|mail)\/|^pkg:|^virtual:/ },
  { from: /^functions\//, may: /^functions\/|^content\/(model|en)\/|^pkg:|^virtual:/ },
  { from: /^src\//, may: /^src\/|^content\/|^functions\/report\/(contract|pages)\/|^pkg:|^astro:|^virtual:/ },
  { from: /^tests\//, may: /./ },
  { from: /^[^/]+$/, may: /^src\/build\/|^pkg:/ },
];

const sourceFile = /\.(ts|mts|mjs|js|astro|mdx)$/;
const folders = ['content', 'functions', 'src', 'tests'];
const files = [
  ...readdirSync('.').filter((name) => sourceFile.test(name) && statSync(name).isFile()),
  ...folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((name) => path.posix.join(folder, name.split(path.sep).join('/')))
      .filter((name) => sourceFile.test(name)),
  ),
];
const aliases: Record<string, string> = {
  '#content/': 'content/',
  '#contract/': 'functions/report/contract/',
  '#pages/': 'functions/report/pages/',
};

/** A file of ours as its path, a package as `pkg:name`, a virtual or Astro module as it is written. */
function target(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.posix.join(path.posix.dirname(file), specifier.split('?')[0] ?? specifier);
  const alias = Object.entries(aliases).find(([name]) => specifier.startsWith(name));
  if (alias) return specifier.replace(alias[0], alias[1]);
  return /^(virtual|astro):/.test(specifier) ? specifier : `pkg:${specifier}`;
}

const importPattern = /(?:^|[\s;])(?:import|export)\s(?:[^'";]*?from\s*)?'([^']+)'|import\('([^']+)'\)/g;
const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(importPattern)].map(([, fixed, dynamic]) => fixed ?? dynamic ?? '');

describe('architecture', () => {
  test.each(files)('%s imports only what the map allows', (file) => {
    const rule = rules.find(({ from }) => from.test(file));
    const wrong = importsOf(file)
      .map((specifier) => target(file, specifier))
      .filter((name) => !rule?.may.test(name));
    expect(wrong).toEqual([]);
  });

  test('a relative import never leaves its top-level folder', () => {
    const leaving = files
      .filter((file) => file.includes('/') && !file.startsWith('tests/'))
      .flatMap((file) => importsOf(file).map((specifier) => ({ file, specifier })))
      .filter(({ specifier }) => specifier.startsWith('.'))
      .filter(({ file, specifier }) => target(file, specifier).split('/')[0] !== file.split('/')[0]);
    expect(leaving).toEqual([]);
  });

  test('nothing but the report function stands at the first level of functions', () => {
    expect(readdirSync('functions').sort()).toEqual(['README.md', 'report']);
  });

  test('no folder is named for nothing in particular', () => {
    expect(files.filter((file) => /\/(utils?|helpers?|common|misc|shared)\//.test(file))).toEqual([]);
  });
});
