import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { demoDomain } from '../../settings/demo-recipients.ts';

/** The mails of a demo, one file each: `DATA_DIR/demo-mail/<mailbox>/<time>-<random>.eml`. */
export interface MailFolder {
  /** Keeps a mail for good before it resolves; nobody ever sees half of one. */
  save(mailbox: string, mail: Uint8Array): Promise<void>;
  /** Mailboxes that have mail, in alphabetical order. */
  mailboxes(): Promise<readonly string[]>;
  /** The names of a mailbox's mails, newest first. */
  mails(mailbox: string): Promise<readonly string[]>;
  /** One mail, or `undefined`. */
  read(mailbox: string, name: string): Promise<Buffer | undefined>;
}

const mailboxName = new RegExp(`^[a-z0-9]+(-[a-z0-9]+)*@${demoDomain.replace('.', '\\.')}$`);
const mailName = /^[0-9TZ-]+-[0-9a-f]{12}\.eml$/;

/** A demo's mailboxes and no others: no name can leave the folder. */
export const isDemoMailbox = (text: string): boolean => mailboxName.test(text);

export function mailFolder(dataDir: string): MailFolder {
  const folder = path.join(dataDir, 'demo-mail');
  const list = async (sub: string) => readdir(path.join(folder, sub)).catch(() => []);
  return {
    async save(mailbox, mail) {
      if (!isDemoMailbox(mailbox)) throw new Error('A demo keeps mail for its own mailboxes only.');
      await mkdir(path.join(folder, mailbox), { recursive: true, mode: 0o700 });
      const time = new Date().toISOString().replaceAll(/[:.]/g, '-');
      const name = path.join(folder, mailbox, `${time}-${randomBytes(6).toString('hex')}`);
      await writeFile(`${name}.part`, mail, { mode: 0o600, flush: true });
      await rename(`${name}.part`, `${name}.eml`);
    },
    mailboxes: async () => (await list('')).filter(isDemoMailbox).sort(),
    mails: async (mailbox) =>
      isDemoMailbox(mailbox)
        ? (await list(mailbox))
            .filter((name) => mailName.test(name))
            .sort()
            .reverse()
        : [],
    async read(mailbox, name) {
      if (!isDemoMailbox(mailbox) || !mailName.test(name)) return undefined;
      return readFile(path.join(folder, mailbox, name)).catch(() => undefined);
    },
  };
}
