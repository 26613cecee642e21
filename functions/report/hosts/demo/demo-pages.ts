import { html } from 'hono/html';
import { paths } from '../../contract/paths.ts';
import type { ReadMail } from './read-mail.ts';

type Html = ReturnType<typeof html>;

export interface MailSummary {
  readonly name: string;
  readonly subject: string;
}

export interface MailboxSummary {
  readonly mailbox: string;
  readonly mails: readonly MailSummary[];
}

/** On screen, in print and in the title: none of this went anywhere. */
export const demoTitle = 'DEMO – mailbox';

const banner = html`<p class="notice"><strong>DEMO.</strong> This is not real. Nothing here went to any agency, and nobody reads it.</p>`;

/** Every mailbox of the demo and what is in it, newest first. */
export function mailboxesPage(mailboxes: readonly MailboxSummary[]): Html {
  return html`${banner}
    <h1>DEMO mailbox</h1>
    ${mailboxes.length === 0 ? html`<p>There is no mail yet. Send the form, then load this page again.</p>` : mailboxes.map(oneMailbox)}`;
}

function oneMailbox({ mailbox, mails }: MailboxSummary): Html {
  const items = mails.map(
    ({ name, subject }) => html`<li><a href="${paths.demo}${mailbox}/${name}">${subject}</a></li>`,
  );
  return html`<h2>${mailbox}</h2>
    <ul>
      ${items}
    </ul>`;
}

/** One mail, word for word, as text and nothing else. */
export function mailPage(mailbox: string, mail: ReadMail): Html {
  const head = mail.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  return html`${banner}
    <p><a href="${paths.demo}">All demo mail</a></p>
    <h1>DEMO mail to ${mailbox}</h1>
    <pre class="typed" dir="auto">${head}</pre>
    ${mail.parts.map((part) => html`<pre class="typed" dir="auto">${part}</pre>`)}
    ${banner}`;
}

export function noMailPage(): Html {
  return html`${banner}
    <h1>DEMO: no such mail</h1>
    <p><a href="${paths.demo}">All demo mail</a></p>`;
}
