/**
 * The security headers of every page, answer and file; one place, so that site and function cannot drift apart.
 * Reasons and measurements: no-referrer would make browsers send `Origin: null` on our own form, so it is
 * `same-origin`; what needs https (HSTS, upgrading, clearing) would break the form on plain http, so it is left out there.
 */
export interface HeaderInput {
  readonly styleHash: string;
  readonly scriptHash?: string | undefined;
  /** The public address is https. */
  readonly https: boolean;
  /** `private` is never stored and never indexed: form, check, problem and demo pages; `receipt` clears the cache too. */
  readonly kind: 'page' | 'private' | 'receipt' | 'asset';
}

const fixed = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  // What would tell on someone. The policy above it lets no code of others in, and headers are never compressed.
  'permissions-policy': 'browsing-topics=(), camera=(), display-capture=(), geolocation=(), microphone=()',
} as const;

const cacheControl = {
  page: 'public, max-age=600',
  private: 'no-store',
  receipt: 'no-store',
  asset: 'public, max-age=3600',
} as const;

/** The content security policy: one style, at most one script, nothing from anywhere else. */
export function contentSecurityPolicy({ styleHash, scriptHash, https }: HeaderInput): string {
  const directives = [
    "default-src 'none'",
    `style-src '${styleHash}'`,
    scriptHash === undefined ? undefined : `script-src 'self' '${scriptHash}'`,
    scriptHash === undefined ? undefined : "connect-src 'self'",
    "img-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    https ? 'upgrade-insecure-requests' : undefined,
  ];
  return directives.filter((directive) => directive !== undefined).join('; ');
}

/** Header names in lower case; a new object each time. */
export function securityHeaders(input: HeaderInput): Record<string, string> {
  const unlisted = input.kind === 'private' || input.kind === 'receipt';
  return {
    ...fixed,
    'content-security-policy': contentSecurityPolicy(input),
    'cache-control': cacheControl[input.kind],
    ...(input.https ? { 'strict-transport-security': 'max-age=63072000' } : {}),
    ...(unlisted ? { 'x-robots-tag': 'noindex' } : {}),
    ...(input.kind === 'receipt' && input.https ? { 'clear-site-data': '"cache"' } : {}),
  };
}
