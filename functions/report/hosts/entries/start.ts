import path from 'node:path';
import { requireNode } from '../require-node.ts';

requireNode();
const { runProcess } = await import('../run-process.ts');
const beside = (name: string) => path.join(import.meta.dirname, name);
await runProcess(async () => {
  const { startBoth } = await import('../start-process.ts');
  return startBoth({ intake: beside('intake.js'), courier: beside('courier.js') });
});
