import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { noteDemoPort, readDemoPort } from '../../../functions/report/hosts/demo/demo-port.ts';
import { readDeployment } from '../../../functions/report/hosts/deployment.ts';
import { addresses } from '../../../functions/report/hosts/start-process.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const site = 'Site: http://localhost:4321/';

test.each([
  {
    about: 'a demo',
    demo: true,
    open: true,
    lines: [`${site}  Demo mailbox: http://localhost:4321/`, 'DEMO: nothing'],
  },
  { about: 'a site that takes reports', demo: false, open: true, lines: [site] },
  { about: 'a site that takes none', demo: false, open: false, lines: [site, 'Phones only: no report is taken.'] },
])('$about says where it is and what it does', async ({ demo, open, lines }) => {
  const { settings } = await readDeployment({ SITE_URL: 'http://localhost:4321' });
  const intake = open ? { open } : { open, why: ['a reason'] };
  const said = addresses({ settings: { ...settings, demo }, intake });
  expect(said).toEqual(lines.map((line) => expect.stringContaining(line)));
});

test('the port of the demo mailbox is what was noted last, and nothing where no port was', () => {
  const folder = temporaryFolder();
  mkdirSync(folder, { recursive: true });
  expect(readDemoPort(folder)).toBeUndefined();
  noteDemoPort(folder, 4_242);
  expect(readDemoPort(folder)).toBe(4_242);
  for (const text of ['', 'port', '70000', '1.5']) {
    writeFileSync(path.join(folder, 'demo-port'), text);
    expect(readDemoPort(folder)).toBeUndefined();
  }
});
