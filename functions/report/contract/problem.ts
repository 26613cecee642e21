/** What a person can get wrong, or we can fail at, with its status. Texts are `report:problem.<code>.*`. */
export const problems = {
  signposted: { status: 409 },
  invalid: { status: 422 },
  'nothing-said': { status: 422 },
  'old-token': { status: 422 },
  'too-large': { status: 413 },
  'wrong-type': { status: 415 },
  'wrong-method': { status: 405 },
  'other-site': { status: 403 },
  'timed-out': { status: 408 },
  'cannot-keep': { status: 503 },
  /** Where nothing is kept: some of those it was meant for may have it, so it does not say that nothing was sent. */
  'not-everyone': { status: 503 },
  closed: { status: 503 },
} as const satisfies Record<string, { status: number }>;

export type ProblemCode = keyof typeof problems;

/** What is wrong with one field. Words are `report:error.<code>`. */
export const fieldErrorCodes = [
  'unknown-value',
  'too-long',
  'nothing-said',
  'cannot-leave-out',
  'missing',
  'repeated',
] as const;

export interface FieldError {
  readonly field: string;
  readonly code: (typeof fieldErrorCodes)[number];
}

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: Problem };

export interface Problem {
  readonly code: ProblemCode;
  readonly errors?: readonly FieldError[] | undefined;
}
