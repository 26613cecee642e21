import { copyFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { temporaryFolder } from './temporary-folder.ts';

/** A page that the browser's history holds, as someone who opens the history sees it. */
export interface Visited {
  readonly url: string;
  readonly title: string;
}

/** The history of a profile whose browser is closed, each address once. */
export const historyOf = (profile: string): Visited[] =>
  rows(profile, 'History', 'select url, title from urls order by id').map(({ url, title }) => ({
    url: String(url),
    title: String(title),
  }));

/** What a browser would offer to fill in again: its memory of forms, addresses and passwords. */
export const rememberedOf = (profile: string): unknown[] => [
  ...rows(profile, 'Web Data', 'select name, value from autofill'),
  ...rows(profile, 'Web Data', 'select * from addresses'),
  ...rows(profile, 'Login Data', 'select origin_url from logins'),
];

/** What was looked for by the browser's own search, should an address have been taken for words. */
export const searchesOf = (profile: string): unknown[] =>
  rows(profile, 'History', 'select term from keyword_search_terms');

/** Reads from a copy, so that nothing of the profile changes. */
function rows(profile: string, file: string, query: string): Record<string, unknown>[] {
  const copy = path.join(temporaryFolder(), 'copy');
  for (const end of ['', '-journal', '-wal']) {
    const from = path.join(profile, 'Default', file + end);
    if (end === '' || existsSync(from)) copyFileSync(from, copy + end);
  }
  const database = new DatabaseSync(copy);
  try {
    return database.prepare(query).all();
  } finally {
    database.close();
  }
}
