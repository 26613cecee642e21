/** One range of a script, by offsets in UTF-16 units, and how often it ran. */
export interface RanRange {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

/** What V8 says of one script: its functions, each with its own range first and the blocks that ran otherwise after it. */
export interface RanScript {
  readonly url: string;
  /** As it ran, with its source map at the end. */
  readonly source: string;
  readonly functions: readonly { readonly ranges: readonly RanRange[] }[];
}

/** Answers how often the code at an offset ran: the smallest range round it knows. */
export function counter({ functions }: RanScript): (offset: number) => number {
  const ranges = functions.flatMap((one) => one.ranges);
  const size = ({ startOffset, endOffset }: RanRange) => endOffset - startOffset;
  const bySize = ranges.toSorted((one, other) => size(one) - size(other));
  return (offset) =>
    bySize.find(({ startOffset, endOffset }) => startOffset <= offset && offset < endOffset)?.count ?? 0;
}
