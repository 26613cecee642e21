import path from 'node:path';

/** The top of the project. */
export const root = path.resolve(import.meta.dirname, '../..');
