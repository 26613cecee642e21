import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { courierEnvironment, intakeEnvironment } from '../../../functions/report/hosts/process-environments.ts';
import { supervise } from '../../../functions/report/hosts/supervise.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function script(code: string): string {
  const file = path.join(temporaryFolder(), 'process.mjs');
  writeFileSync(file, code);
  return file;
}

const isThere = async (file: string) => {
  while (!existsSync(file)) await new Promise((resolve) => setImmediate(resolve));
};

describe('a supervisor', () => {
  test('starts a process again that ran and died, and stops it when told', async () => {
    const runs = path.join(temporaryFolder(), 'runs');
    const file = script(`
      import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
      appendFileSync(${JSON.stringify(runs)}, 'x');
      process.on('disconnect', () => process.exit(0));
      process.send('ready');
      if (readFileSync(${JSON.stringify(runs)}, 'utf8') === 'xxx') writeFileSync(${JSON.stringify(`${runs}-done`)}, '');
      else process.send('gone', () => process.kill(process.pid, 'SIGKILL'));
    `);
    const supervision = supervise([{ file, env: process.env }]);
    await supervision.ready;
    await isThere(`${runs}-done`);
    await supervision.stop();
    expect(readFileSync(runs, 'utf8')).toBe('xxx');
  });

  test('does not try again what could not start even once', async () => {
    const runs = path.join(temporaryFolder(), 'runs');
    const file = script(`
      import { appendFileSync } from 'node:fs';
      appendFileSync(${JSON.stringify(runs)}, 'x');
      process.exit(1);
    `);
    const supervision = supervise([{ file, env: process.env }]);
    await expect(supervision.ready).rejects.toThrow('could not start');
    await supervision.stop();
    expect(readFileSync(runs, 'utf8')).toBe('x');
  });
});

describe('the environment', () => {
  const env = {
    PATH: '/bin',
    SMTP_URL: 'smtps://user:hunter2@mail.example.org:465',
    MASTER_KEY_FILE: 'private/master.key',
    MASTER_KEY: 'k',
    INTAKE_SECRET_FILE: 'private/intake.secret',
    INTAKE_SECRET: 's',
    DATABASE_URL: 'postgresql://intake@db/signs',
    COURIER_DATABASE_URL: 'postgresql://courier@db/signs',
  };

  test('of intake knows that there is a mail server and nothing that opens it or a report', () => {
    expect(intakeEnvironment(env)).toEqual({
      PATH: '/bin',
      SMTP_URL: 'smtps://mail.example.org:465',
      INTAKE_SECRET_FILE: 'private/intake.secret',
      INTAKE_SECRET: 's',
      DATABASE_URL: 'postgresql://intake@db/signs',
      KTS_SUPERVISED: '1',
    });
  });

  test('of the courier has nothing that signs', () => {
    const { INTAKE_SECRET: _secret, INTAKE_SECRET_FILE: _file, COURIER_DATABASE_URL: own, ...rest } = env;
    expect(courierEnvironment(env)).toEqual({ ...rest, DATABASE_URL: own, KTS_SUPERVISED: '1' });
  });

  test('of intake keeps the password for mail where nothing is kept, since there is no courier', () => {
    expect(intakeEnvironment({ ...env, STORE: 'send-through' })['SMTP_URL']).toBe(env.SMTP_URL);
  });

  test('of a courier without a login of its own names the one database there is', () => {
    const { COURIER_DATABASE_URL: _own, ...one } = env;
    expect(courierEnvironment(one)['DATABASE_URL']).toBe(env.DATABASE_URL);
  });
});
