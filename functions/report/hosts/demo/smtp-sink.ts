import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { isDemoMailbox, type MailFolder } from './mail-folder.ts';

export interface SmtpSink {
  readonly port: number;
  close(): Promise<void>;
}

const largestMail = 1024 * 1024;

/** A mail server of our own on this machine, reached by nobody else: it says 250 once a mail is kept in its folder. */
export async function startSmtpSink(folder: Pick<MailFolder, 'save'>): Promise<SmtpSink> {
  const server = new SMTPServer({
    name: 'demo.invalid',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMail,
    rejectOversized: true,
    logger: false,
    onRcptTo({ address }, _session, callback) {
      callback(isDemoMailbox(address) ? null : refusal(550, 'This demo has no such mailbox'));
    },
    onData(stream, { envelope }, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const mail = Buffer.concat(chunks);
        const saved = Promise.all(envelope.rcptTo.map(({ address }) => folder.save(address, mail)));
        saved.then(
          () => callback(null, 'kept for the demo'),
          () => callback(refusal(452, 'The mail could not be kept')),
        );
      });
    },
  });
  // A sender that is killed in the middle is no fault of the demo's.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return { port, close: () => new Promise((resolve) => server.close(() => resolve())) };
}

const refusal = (responseCode: number, text: string) => Object.assign(new Error(text), { responseCode });
