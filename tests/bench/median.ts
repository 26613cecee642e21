/** The middle one; of an even number, the lower of the two in the middle. Throws for none at all. */
export function median(values: readonly number[]): number {
  const middle = values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
  if (middle === undefined) throw new Error('Nothing was measured: there is no median of nothing.');
  return middle;
}
