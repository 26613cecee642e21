import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createDemoServer } from '../../../functions/report/hosts/demo/demo-server.ts';
import { mailFolder } from '../../../functions/report/hosts/demo/mail-folder.ts';
import { readMail } from '../../../functions/report/hosts/demo/read-mail.ts';
import { startSmtpSink } from '../../../functions/report/hosts/demo/smtp-sink.ts';
import { close, listen } from '../../../functions/report/hosts/listen.ts';
import type { Message } from '../../../functions/report/mail/mail.ts';
import { smtpMailer } from '../../../functions/report/mail/smtp-mailer.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const message: Message = {
  subject: 'URGENT ગુજરાતી ref K7Q2MXPA – a subject that is long enough to be folded over several lines of a mail',
  text: 'First line\n| quoted: <script>alert(1)</script> & "more"\n| ગુજરાતી, 中文, 👀\n.\n\nLast line\n',
  messageId: '<1.police@demo.invalid>',
  date: '2027-03-14T12:00:00Z',
};

/** A demo's mail server with its folder, and a mailer that is pointed at it. */
async function demoMail() {
  const dataDir = temporaryFolder();
  const folder = mailFolder(dataDir);
  const sink = await startSmtpSink(folder);
  const relays = [`smtp://127.0.0.1:${sink.port}`];
  const mailer = smtpMailer({ relays, from: 'site@demo.invalid', name: 'demo.invalid', loopbackPlain: true });
  onTestFinished(async () => {
    await mailer.close();
    await sink.close();
  });
  return { dataDir, folder, mailer };
}

/** The demo's pages over a shell of three words. */
async function demoPages(folder: ReturnType<typeof mailFolder>) {
  const shell = '<title>@@title@@</title><main>@@main@@</main>';
  const server = createDemoServer({ folder, shell, headers: { 'cache-control': 'no-store' } });
  const port = await listen(server, 0, '127.0.0.1');
  onTestFinished(() => close(server, 0));
  return (url: string) => fetch(`http://127.0.0.1:${port}${url}`);
}

describe("the demo's mail server", () => {
  test('keeps a mail as one file in the folder of its mailbox before it says that it has it', async () => {
    const { dataDir, mailer } = await demoMail();
    expect(await mailer.deliver({ to: 'police@demo.invalid', message })).toEqual({ outcome: 'delivered' });
    const mailbox = path.join(dataDir, 'demo-mail/police@demo.invalid');
    const names = readdirSync(mailbox);
    expect(names).toEqual([expect.stringMatching(/^[0-9TZ-]+-[0-9a-f]{12}\.eml$/)]);
    expect(readFileSync(path.join(mailbox, names[0] ?? ''), 'utf8')).toContain('Message-ID: <1.police@demo.invalid>');
  });

  test.each(['police@police.example', '../x@demo.invalid', 'a/b@demo.invalid', 'police@demo.invalid.example'])(
    'has no mailbox %s',
    async (to) => {
      const { folder, mailer } = await demoMail();
      expect(await mailer.deliver({ to, message })).toMatchObject({ outcome: 'dead' });
      expect(await folder.mailboxes()).toEqual([]);
    },
  );
});

describe('a mail of ours', () => {
  test.each<[about: string, json: string | undefined]>([
    ['alone', undefined],
    ['with the coded answers', '{"form":3,"signs":["debt"]}'],
  ])('comes out of the folder word for word, %s', async (...[, json]) => {
    const { folder, mailer } = await demoMail();
    await mailer.deliver({ to: 'police@demo.invalid', message: { ...message, json } });
    const [name = ''] = await folder.mails('police@demo.invalid');
    const mail = readMail((await folder.read('police@demo.invalid', name)) ?? Buffer.of());
    expect(mail.subject).toBe(message.subject);
    expect(mail.parts).toEqual(json === undefined ? [message.text] : [message.text, json]);
    expect(Object.fromEntries(mail.headers)).toMatchObject({ To: 'police@demo.invalid', From: 'site@demo.invalid' });
  });
});

describe("the demo's pages", () => {
  test('before any mail they say that there is none', async () => {
    const page = await (await demoPages(mailFolder(temporaryFolder())))('/demo/');
    expect(await page.text()).toContain('There is no mail yet.');
  });

  test('the list leads to each mail, and a mail is shown as text and as nothing else', async () => {
    const { folder, mailer } = await demoMail();
    await mailer.deliver({ to: 'police@demo.invalid', message });
    const ask = await demoPages(folder);
    const list = await (await ask('/demo/')).text();
    const link = /href="([^"]+\.eml)"/.exec(list)?.[1] ?? '';
    expect(list).toContain(`>${message.subject}</a>`);
    const page = await (await ask(link)).text();
    expect(page).toContain('| quoted: &lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;');
    expect(page).not.toContain('<script');
    expect(page).toContain('| ગુજરાતી, 中文, 👀');
  });

  test('every page says DEMO in its title and again in what is printed', async () => {
    const { folder, mailer } = await demoMail();
    await mailer.deliver({ to: 'police@demo.invalid', message });
    const ask = await demoPages(folder);
    const [name = ''] = await folder.mails('police@demo.invalid');
    for (const url of ['/demo/', `/demo/police@demo.invalid/${name}`, '/demo/nothing']) {
      expect(await (await ask(url)).text()).toMatch(
        /<title>DEMO[^<]*<\/title><main>[\s\S]*<strong>DEMO\.<\/strong>[\s\S]*<h1>DEMO/,
      );
    }
  });

  test.each([
    '/demo/../../etc/passwd',
    '/demo/%2e%2e/master.key',
    '/demo/police@demo.invalid/../../master.key',
    '/demo/police@demo.invalid/%2e%2e%2fmaster.key',
    '/demo/police@demo.invalid/',
    '/demo/police@demo.invalid/a.eml/b',
  ])('%s is no mail', async (url) => {
    const ask = await demoPages(mailFolder(temporaryFolder()));
    expect((await ask(url)).status).toBe(404);
  });

  test('a question without an answer has the head of the page and nothing else', async () => {
    const folder = mailFolder(temporaryFolder());
    const server = createDemoServer({ folder, shell: '@@main@@', headers: {} });
    const port = await listen(server, 0, '127.0.0.1');
    onTestFinished(() => close(server, 0));
    const answer = await fetch(`http://127.0.0.1:${port}/demo/`, { method: 'HEAD' });
    expect({ status: answer.status, text: await answer.text() }).toEqual({ status: 200, text: '' });
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(100);
  });
});

describe("the demo's folder", () => {
  test('keeps no mail for a mailbox that is not its own, and has none of it', async () => {
    const folder = mailFolder(temporaryFolder());
    await expect(folder.save('desk@police.example', Buffer.of())).rejects.toThrow('its own mailboxes only');
    expect(await folder.mails('desk@police.example')).toEqual([]);
  });
});

test('a mail of headers alone is read, and so is one in another way of writing words', () => {
  expect(readMail(Buffer.from('Subject: =?utf-8?q?caf=C3=A9_at_9?='))).toMatchObject({ subject: 'café at 9' });
  const plain = 'Subject: x\r\nContent-Transfer-Encoding: 8bit\r\n\r\nas it stands';
  expect(readMail(Buffer.from(plain)).parts).toEqual(['as it stands']);
});
