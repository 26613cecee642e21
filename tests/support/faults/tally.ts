import { simpleParser } from 'mailparser';
import type { Acknowledged } from './persistent-clients.ts';

export interface Tally {
  /** Mails that an acknowledged report should have brought and did not. */
  readonly lost: number;
  /** Mails beyond the first for one report and recipient. */
  readonly duplicates: number;
  /** Of those, how many did not say that they may be copies. */
  readonly unflagged: number;
  /** Mails without the words of their report. */
  readonly wrong: number;
}

interface Mailed {
  readonly canary: string;
  readonly copies: readonly string[];
}

/** What came for each report and recipient that a reporter was promised. */
function mailed(sent: readonly Acknowledged[], mails: readonly string[]): readonly Mailed[] {
  const byMailbox = Map.groupBy(mails, (mail) => /^Message-ID:\s+<([^@>]+)@/im.exec(mail)?.[1] ?? '');
  return sent.flatMap(({ id, recipients, canary }) =>
    recipients.map((recipient) => ({ canary, copies: byMailbox.get(`${id}.${recipient}`) ?? [] })),
  );
}

/** How many promised mails have not come. */
export const missing = (sent: readonly Acknowledged[], mails: readonly string[]): number =>
  mailed(sent, mails).filter(({ copies }) => copies.length === 0).length;

/** Compares what was promised to reporters with what lies in the mailboxes. */
export async function tally(sent: readonly Acknowledged[], mails: readonly string[]): Promise<Tally> {
  const rows = mailed(sent, mails);
  const later = rows.flatMap(({ copies }) => copies.slice(1));
  const read = await Promise.all(rows.flatMap(({ canary, copies }) => copies.map((mail) => says(mail, canary))));
  return {
    lost: missing(sent, mails),
    duplicates: later.length,
    unflagged: later.filter((mail) => !/^X-Possible-Duplicate: attempt \d+/m.test(mail)).length,
    wrong: read.filter((right) => !right).length,
  };
}

async function says(mail: string, word: string): Promise<boolean> {
  const { text = '' } = await simpleParser(Buffer.from(mail, 'latin1'));
  return text.includes(word);
}
