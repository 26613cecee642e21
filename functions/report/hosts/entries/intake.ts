import path from 'node:path';
import { requireNode } from '../require-node.ts';

requireNode();
const { runProcess } = await import('../run-process.ts');
/** The site stands beside the built function, unless KTS_SITE_DIR names another folder. */
const { KTS_SITE_DIR: siteDir = path.join(import.meta.dirname, '../dist') } = process.env;
await runProcess(async () => (await import('../intake-process.ts')).startIntake(siteDir));
