/** One mail server that takes mail from us. */
export interface Relay {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; otherwise STARTTLS, always. */
  readonly implicitTls: boolean;
  readonly auth?: { readonly user: string; readonly pass: string } | undefined;
}

const ports = { 'smtp:': 587, 'smtps:': 465 } as const;
const isScheme = (protocol: string): protocol is keyof typeof ports => protocol in ports;

/**
 * Reads `smtp://user:password@host:port` (STARTTLS) or `smtps://…` (TLS at once). Throws for anything else, a query
 * included: nodemailer would read options from it, and one of them turns the check of the certificate off.
 */
export function parseRelay(url: string): Relay {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const scheme = parsed?.protocol;
  if (
    parsed === undefined ||
    scheme === undefined ||
    !isScheme(scheme) ||
    parsed.hostname === '' ||
    parsed.search !== ''
  ) {
    throw new Error(
      'A relay is written smtp://user:password@host:587 or smtps://user:password@host:465, with nothing after it.',
    );
  }
  const { hostname, username, password } = parsed;
  const port = Number(parsed.port) || ports[scheme];
  const auth =
    username === '' ? {} : { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } };
  return { host: hostname.replace(/^\[|\]$/g, ''), port, implicitTls: scheme === 'smtps:', ...auth };
}

/** Our own machine and nothing else: the one place where a mail may go without TLS, to the demo's own server. */
export const isLoopback = ({ host }: Relay): boolean => host === '127.0.0.1' || host === '::1' || host === 'localhost';
