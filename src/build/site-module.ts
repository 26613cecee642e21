import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Plugin } from 'vite';
import { root } from './root.ts';
import type { BuiltSite } from './site-pages.ts';

/** Words that an answer, its cards and its phones need; each language is one chunk, loaded when it is first asked for. */
const namespaces = ['ui', 'report', 'signs', 'concerns', 'places', 'areas', 'agencies'] as const;

const site = 'virtual:site';
const language = 'virtual:language/';
const resolved = '\0';

/** Hands the built site to the function: `virtual:site` with the hashes, `virtual:language/<id>` with shell and words. */
export function siteModule({ hashes, shells }: BuiltSite): Plugin {
  return {
    name: 'built-site',
    resolveId: (id) => (id === site || id.startsWith(language) ? resolved + id : undefined),
    load(id) {
      if (id === resolved + site) return siteCode(hashes, [...shells.keys()]);
      if (!id.startsWith(resolved + language)) return undefined;
      const locale = id.slice((resolved + language).length);
      return languageCode(shells.get(locale) ?? '', words(locale));
    },
  };
}

function siteCode({ style, script }: BuiltSite['hashes'], locales: readonly string[]): string {
  const imports = locales.map(
    (locale) => `${JSON.stringify(locale)}: () => import(${JSON.stringify(language + locale)})`,
  );
  return [
    `export const styleHash = ${JSON.stringify(style)};`,
    `export const scriptHash = ${script === undefined ? 'undefined' : JSON.stringify(script)};`,
    `export const locales = { ${imports.join(', ')} };`,
  ].join('\n');
}

/** The words are one string to parse: an engine reads that faster than an object written out. */
function languageCode(shell: string, resources: unknown): string {
  const text = JSON.stringify(JSON.stringify(resources));
  return `export const shell = ${JSON.stringify(shell)};\nexport const resources = JSON.parse(${text});`;
}

/** A file that a language lacks is not missing: its words come from English. */
function words(locale: string): Record<string, unknown> {
  const files = namespaces.map((name) => [name, path.join(root, 'content', locale, `${name}.json`)] as const);
  const present = files.filter(([, file]) => existsSync(file));
  return Object.fromEntries(present.map(([name, file]) => [name, JSON.parse(readFileSync(file, 'utf8'))]));
}
