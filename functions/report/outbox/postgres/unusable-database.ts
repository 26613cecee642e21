/**
 * Why a database cannot be used, for a sentence to an operator: what the server says, else only the code, since what the
 * network or the URL's reader say may quote the URL. `undefined` for an error that already is such a sentence.
 */
export function whyUnusable(fault: unknown): string | undefined {
  if (!(fault instanceof Error)) return 'unknown';
  if ('severity' in fault) return fault.message;
  if ('code' in fault) return String(fault.code);
  return /timeout|terminated/i.test(fault.message) ? 'no answer' : undefined;
}
