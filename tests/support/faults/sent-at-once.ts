import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sendOnce } from './answers.ts';
import type { Site } from './fleet.ts';

/** New ids for this many reports. */
export const ids = (count: number): readonly string[] => Array.from({ length: count }, () => randomUUID());

/** Sends a report for each id, all at once, and answers every different status that came. */
export async function statuses({ url }: Site, all: readonly string[]): Promise<readonly number[]> {
  return [...new Set(await Promise.all(all.map(async (id) => (await sendOnce(url, id)).status)))];
}

/** Resolves with every mail when each of these reports lies in both of its mailboxes. */
export async function delivered(mails: () => readonly string[], all: readonly string[]): Promise<readonly string[]> {
  const names = all.flatMap((id) => ['police', 'labour-enforcement'].map((to) => `${id.replaceAll('-', '')}.${to}@`));
  while (!names.every((name) => mails().some((mail) => mail.includes(name)))) await pause(50);
  return mails();
}
