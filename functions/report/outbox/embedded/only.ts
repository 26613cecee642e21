import type { Row } from '../row-values.ts';

/** The only value of a row, for questions with one answer. */
export const only = (row: Row | undefined): unknown => Object.values(row ?? {})[0];
