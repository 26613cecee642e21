import path from 'node:path';
import { root } from './root.ts';

/** Where the two outputs of a build stand, unless a test says otherwise. */
export const outputs = { siteDir: path.join(root, 'dist'), functionDir: path.join(root, 'dist-function') } as const;
