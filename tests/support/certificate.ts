import { generate } from 'selfsigned';

export interface Certificate {
  readonly key: string;
  readonly cert: string;
}

/** A certificate that signs itself, for this machine unless another name is asked for. Trust it with `ca: cert`. */
export async function certificate(over: { readonly name?: string; readonly until?: Date } = {}): Promise<Certificate> {
  const altNames = over.name === undefined ? thisMachine : [{ type: 2 as const, value: over.name }];
  const made = await generate([{ name: 'commonName', value: over.name ?? 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'subjectAltName', altNames },
    ],
    ...(over.until === undefined ? {} : { notBeforeDate: new Date(0), notAfterDate: over.until }),
  });
  return { key: made.private, cert: made.cert };
}

const thisMachine = [
  { type: 2 as const, value: 'localhost' },
  { type: 7 as const, ip: '127.0.0.1' },
];
