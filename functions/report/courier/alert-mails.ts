/** What an operator is told of, and never a word about any report. Each says what to do. */
export const alertMails = {
  'dead-letter': {
    subject: 'Know the Signs: a report could not be delivered',
    text: `At least one report could not be delivered and is not tried again by itself. It is kept locked.
If the report has a second contact, that one gets it now.

The courier's output has the reason as a code. Check the mailbox of each agency in RECIPIENTS_FILE.
Then run "npm run outbox -- dead": it lists what could not be delivered and says how to send it again.
Before anyone opens a report: reading one can bring a duty to act. Ask your data protection and safeguarding leads first.`,
  },
  undelivered: {
    subject: 'Know the Signs: reports have waited for an hour',
    text: `At least one report has waited for more than an hour and was not delivered yet. It is tried again by itself.

Run "npm run outbox". Check the mail server in SMTP_URL and the mailboxes in RECIPIENTS_FILE. If it will be down for long, close the form: set INTAKE=closed.`,
  },
  'undelivered-day': {
    subject: 'Know the Signs: reports have waited for a day',
    text: `At least one report has waited for more than a day and was not delivered yet. It is tried again by itself.

Run "npm run outbox" to see how many. Mend the mail server in SMTP_URL now, or name another one in SMTP_URL_2.
Until then close the form: set INTAKE=closed. People who have something to tell then see whom to phone.`,
  },
  reminder: {
    subject: 'Know the Signs: reports still wait for you',
    text: `At least one report was not delivered yet. This is said every week until none is left.

Run "npm run outbox": it says how many wait, how many could not be delivered, and what to do.`,
  },
  keys: {
    subject: 'Know the Signs: the keys of the store need you',
    text: `The courier could not make, read or use one of the store's keys. Nothing is lost, but reports may not leave.

Check that MASTER_KEY_FILE is the file this store was made with, and that the disk has space.`,
  },
  'agency-key': {
    subject: "Know the Signs: an agency's key cannot be used",
    text: `The OpenPGP key of at least one agency in RECIPIENTS_FILE is damaged, has run out, was revoked or cannot encrypt.
Reports for that agency are kept locked until the key is mended. They are never mailed without it.

Run "npm run outbox": it names the agency. Ask them for their new public key, put it in RECIPIENTS_FILE and start the courier again.`,
  },
  held: {
    subject: 'Know the Signs: a report waits for the key of an agency',
    text: `At least one report is kept locked because the OpenPGP key of its agency cannot be used, or was taken out of RECIPIENTS_FILE.
It is not mailed without a key. If it has a second contact, that one gets it when its time comes.

Run "npm run outbox": it names the agency. Ask them for their public key, put it in RECIPIENTS_FILE and start the courier again: what waits then leaves by itself.`,
  },
  tls: {
    subject: 'Know the Signs: the mail server could not be trusted',
    text: `A mail server in SMTP_URL or SMTP_URL_2 offered no encryption, or a certificate that is not its own or has run out.
No mail was sent that way. Somebody may stand between this machine and the mail server.

Ask those who run the mail server. What waits is tried again by itself.`,
  },
} as const;

export type AlertKind = keyof typeof alertMails;
