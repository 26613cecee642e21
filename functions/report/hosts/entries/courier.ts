import { requireNode } from '../require-node.ts';

requireNode();
const { runProcess } = await import('../run-process.ts');
await runProcess(async () => (await import('../courier-process.ts')).startCourierProcess());
