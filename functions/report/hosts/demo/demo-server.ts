import { createServer, type Server } from 'node:http';
import { paths } from '../../contract/paths.ts';
import { fillShell } from '../../pages/fill-shell.ts';
import { demoTitle, mailboxesPage, mailPage, noMailPage } from './demo-pages.ts';
import type { MailFolder } from './mail-folder.ts';
import { readMail } from './read-mail.ts';

export interface DemoSite {
  readonly folder: MailFolder;
  /** A page of the site with marks for title and main. */
  readonly shell: string;
  /** The headers of a page that is never stored and never indexed. */
  readonly headers: Readonly<Record<string, string>>;
}

interface Page {
  readonly status: number;
  readonly main: string;
}

/** The pages that show a demo's mail. It listens on this machine only, and the site hands `/demo/` on to it. */
export function createDemoServer(site: DemoSite): Server {
  return createServer((request, response) => {
    const send = ({ status, main }: Page) => {
      const body = fillShell(site.shell, { title: demoTitle, main });
      const type = { 'content-type': 'text/html; charset=utf-8', 'content-length': Buffer.byteLength(body) };
      response.writeHead(status, { ...site.headers, ...type }).end(request.method === 'HEAD' ? undefined : body);
    };
    const fault = async (): Promise<Page> => ({ status: 503, main: String(await noMailPage()) });
    pageFor(site.folder, request.url ?? paths.demo)
      .catch(fault)
      .then(send, () => response.destroy());
  });
}

async function pageFor(folder: MailFolder, url: string): Promise<Page> {
  const [mailbox = '', name = '', ...more] = (url.split('?', 1)[0] ?? '').slice(paths.demo.length).split('/');
  if (mailbox === '') return { status: 200, main: String(await mailboxesPage(await summaries(folder))) };
  const mail = more.length === 0 ? await folder.read(decode(mailbox), name) : undefined;
  if (mail === undefined) return { status: 404, main: String(await noMailPage()) };
  return { status: 200, main: String(await mailPage(decode(mailbox), readMail(mail))) };
}

async function summaries(folder: MailFolder) {
  const mailboxes = await folder.mailboxes();
  return Promise.all(mailboxes.map(async (mailbox) => ({ mailbox, mails: await subjects(folder, mailbox) })));
}

async function subjects(folder: MailFolder, mailbox: string) {
  const names = await folder.mails(mailbox);
  return Promise.all(
    names.map(async (name) => ({ name, subject: readMail((await folder.read(mailbox, name)) ?? Buffer.of()).subject })),
  );
}

/** Browsers may write `@` as `%40`. */
function decode(part: string): string {
  return part.replace(/%40/g, '@');
}
