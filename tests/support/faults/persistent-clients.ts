import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { paths } from '../../../functions/report/contract/paths.ts';

/** A report that was answered with a receipt. */
export interface Acknowledged {
  readonly id: string;
  /** Agencies that the answer named. */
  readonly recipients: readonly string[];
  readonly canary: string;
}

export interface ClientsInput {
  /** Where intakes listen; a client that gets no answer turns to the next. */
  readonly urls: readonly string[];
  readonly reports: number;
  readonly atOnce: number;
  /** Part of every report's words, so that one search finds any of them. */
  readonly canary: string;
  /** Resolves when report number `n` may start. */
  turn(n: number): Promise<void>;
  acknowledged(report: Acknowledged): void;
}

/** Reporters at programs that send the same id again until they are told that it is kept. */
export async function persistentClients(input: ClientsInput): Promise<void> {
  const { urls, reports, atOnce, canary } = input;
  let next = 0;
  const client = async () => {
    for (let mine = next++; mine < reports; mine = next++) {
      await input.turn(mine);
      input.acknowledged(await sendUntilKept(urls, mine, `${canary}${mine}end`));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, client));
}

async function sendUntilKept(urls: readonly string[], first: number, canary: string): Promise<Acknowledged> {
  const id = randomUUID();
  for (let attempt = 0; ; attempt += 1) {
    const recipients = await send(urls[(first + attempt) % urls.length] ?? '', id, canary);
    if (recipients !== undefined) return { id: id.replaceAll('-', ''), recipients, canary };
    await pause(20 + 20 * (attempt % 5)); // a person's patience; nothing is waited for
  }
}

/** The agencies it goes to once it is kept; `undefined` when nobody said so. Any other answer is a fault of ours. */
export async function send(url: string, id: string, canary: string): Promise<readonly string[] | undefined> {
  let answer: { readonly status: number; readonly text: string };
  try {
    const response = await fetch(`${url}${paths.api}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': id },
      body: JSON.stringify({
        signs: ['debt'],
        concern: 'labour',
        area: 'leicester',
        details: `They told me ${canary}.`,
        where: canary,
      }),
    });
    answer = { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
  if (answer.status === 503) return undefined;
  if (answer.status !== 200 && answer.status !== 202) throw new Error(`A report was answered with ${answer.status}.`);
  const { receipt, recipients } = JSON.parse(answer.text);
  if (!/^(\d{4} ){4}\d{4}$/.test(receipt)) throw new Error('A report was answered without a receipt.');
  return recipients.map(({ id: recipient }: { id: string }) => recipient);
}
