import type { Sign } from './model.ts';

/** It never says "low" or "no": the least it says is that this is worth telling. */
export type SignCheckLevel = 'call-999' | 'tell-today' | 'worth-telling' | 'nothing-ticked';

/**
 * The rule that the page states in one sentence (service.md M17): any urgent sign, call 999; any control sign, any sign
 * about a child, or two signs, tell someone today; any one sign, worth telling.
 */
export function signCheck(ticked: readonly string[], signs: readonly Sign[]): SignCheckLevel {
  const seen = signs.filter(({ id }) => ticked.includes(id));
  if (seen.some(({ urgent }) => urgent === true)) return 'call-999';
  if (seen.length > 1 || seen.some(({ kind, child }) => kind === 'control' || child === true)) return 'tell-today';
  return seen.length === 1 ? 'worth-telling' : 'nothing-ticked';
}
