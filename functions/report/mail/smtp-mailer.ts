import { createTransport, type SendMailOptions } from 'nodemailer';
import { composeMime } from './compose-mime.ts';
import { isTlsFault, type Judged, judgeFailure, type SmtpFailure } from './delivery-result.ts';
import { nameEncrypted } from './encrypted-parts.ts';
import type { DeliveryResult, Mailer } from './mail.ts';
import { isLoopback, parseRelay, type Relay } from './relay.ts';

/** How long each stage may take, ms. All of it together never takes longer than `total`. */
export interface SmtpTimes {
  /** From the first relay's first byte to the last relay's last reply; shorter than a lease (`leaseMs`). */
  readonly total: number;
  readonly connect: number;
  readonly greeting: number;
  /** Silence in the middle of a session. */
  readonly silence: number;
}

export const smtpTimes: SmtpTimes = { total: 60_000, connect: 10_000, greeting: 10_000, silence: 30_000 };

export interface SmtpMailerOptions {
  /** SMTP_URL and SMTP_URL_2: the second is tried when the first cannot be reached. At least one. */
  readonly relays: readonly string[];
  /** MAIL_FROM: a mailbox that a person watches, for bounces. */
  readonly from: string;
  /** Our domain, said in EHLO; the default would be the machine's own name. */
  readonly name: string;
  /** Certificate of an authority of our own, in PEM; otherwise the public ones. */
  readonly ca?: string | undefined;
  /** Demo mode only: plain SMTP, to this machine. Refused for any other host. */
  readonly loopbackPlain?: boolean | undefined;
  readonly times?: Partial<SmtpTimes> | undefined;
  /** Mails at once to one relay; one more than the courier delivers at once, so that an alert waits for none. */
  readonly connections?: number | undefined;
}

/**
 * Hands mails to a relay: TLS required and verified, one recipient a mail, a deadline over all of it. Throws at once
 * when a relay is not written as it must be, or plain SMTP is asked for beyond this machine.
 */
export function smtpMailer(options: SmtpMailerOptions): Mailer {
  const times = { ...smtpTimes, ...options.times };
  const pools = options.relays.map((url) => pool(parseRelay(url), { ...options, times }));
  if (pools.length === 0) throw new Error('No relay: set SMTP_URL.');
  return {
    async deliver(delivery) {
      // Whoever asks, what is held for a key never leaves as it is.
      if (delivery.message.held === true) return { outcome: 'retry', ambiguous: false, code: 'HELD' };
      const mail = { ...composeMime(delivery, options.from), signal: AbortSignal.timeout(times.total) };
      return firstToTakeIt(startingWith(pools, delivery.possibleDuplicate), mail);
    },
    close: async () => pools.forEach((each) => void each.close({ force: true })),
  };
}

type Pool = ReturnType<typeof pool>;

function pool(relay: Relay, { name, ca, loopbackPlain, times, connections }: SmtpMailerOptions & { times: SmtpTimes }) {
  if (loopbackPlain === true && !isLoopback(relay)) {
    throw new Error('Mail without TLS goes to this machine only: use smtps:// or smtp:// with STARTTLS.');
  }
  const plain = loopbackPlain === true;
  const { host, port, implicitTls, auth } = relay;
  const transport = createTransport({
    pool: true,
    ...{ host, port, name, auth },
    secure: implicitTls,
    requireTLS: !plain,
    ignoreTLS: plain,
    tls: { rejectUnauthorized: true, minVersion: 'TLSv1.2', ca },
    connectionTimeout: times.connect,
    dnsTimeout: times.connect,
    greetingTimeout: times.greeting,
    socketTimeout: times.silence,
    socketCloseTimeout: 1000,
    idleTimeout: 30_000,
    maxConnections: connections ?? 5,
    // The pool itself would send again after a cut, without the mark of a possible duplicate.
    maxRequeues: 0,
    logger: false,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return transport.use('stream', nameEncrypted);
}

/** After an attempt that ended without a word, the other relay goes first. */
function startingWith(pools: readonly Pool[], possibleDuplicate: number | undefined): readonly Pool[] {
  const start = possibleDuplicate === undefined ? 0 : (possibleDuplicate - 1) % pools.length;
  return [...pools.slice(start), ...pools.slice(0, start)];
}

async function firstToTakeIt(pools: readonly Pool[], mail: SendMailOptions): Promise<DeliveryResult> {
  let last: Attempt | undefined;
  let tls: DeliveryResult['tls'];
  for (const each of pools) {
    last = await attempt(each, mail);
    tls = last.tlsFault ? 'failed' : tls;
    if (!last.tryNextRelay) break;
  }
  const result = last?.result ?? { outcome: 'retry', ambiguous: false, code: 'ENORELAY' };
  return tls === undefined ? result : { ...result, tls };
}

interface Attempt extends Judged {
  readonly tlsFault: boolean;
}

async function attempt(relay: Pool, mail: SendMailOptions): Promise<Attempt> {
  try {
    const { rejected, rejectedErrors } = await relay.sendMail(mail);
    if (rejected === undefined || rejected.length === 0)
      return { result: { outcome: 'delivered' }, tryNextRelay: false, tlsFault: false };
    return judged(rejectedErrors?.[0] ?? {});
  } catch (fault) {
    return judged(isFailure(fault) ? fault : {});
  }
}

const judged = (failure: SmtpFailure): Attempt => ({ ...judgeFailure(failure), tlsFault: isTlsFault(failure) });

const isFailure = (fault: unknown): fault is Error & SmtpFailure => fault instanceof Error;
