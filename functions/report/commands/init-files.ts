import names from '#content/en/agencies.json' with { type: 'json' };

/** The values of `.env` that a person may have given already. */
export interface GivenValues {
  readonly SITE_URL: string | undefined;
  readonly SMTP_URL: string | undefined;
  readonly MAIL_FROM: string | undefined;
  readonly ALERT_TO: string | undefined;
}

interface FileNames {
  readonly master: string;
  readonly intake: string;
  readonly recipients: string;
}

/** The text of `.env`. In quotes, since a password may hold a `#`. */
export function environmentFile(values: GivenValues, { master, intake, recipients }: FileNames): string {
  const line = (name: keyof GivenValues) => `${name}=${values[name] === undefined ? '' : `'${values[name]}'`}`;
  return `# The settings of this site. Keep it to yourself: SMTP_URL holds a password.

# The public address, without a path, such as https://signs.example.org
${line('SITE_URL')}
# The mail server: smtps://user:password@host:465, or smtp://user:password@host:587 for STARTTLS
${line('SMTP_URL')}
# The mailbox that mails come from; a person watches it
${line('MAIL_FROM')}
# Who is told when mail does not get through
${line('ALERT_TO')}

# Where reports wait, locked: apart from a demo's, whose keys are others
DATA_DIR=var/live
RECIPIENTS_FILE=${recipients}
MASTER_KEY_FILE=${master}
INTAKE_SECRET_FILE=${intake}
`;
}

const nameOf = (id: string): string =>
  new Map<string, { readonly name?: string }>(Object.entries(names)).get(id)?.name ?? id;

/** RECIPIENTS_FILE with nobody in it yet, and every agency that a rule can mail, ready to be filled in. */
export function recipientsFile(agencies: readonly string[]): string {
  const entries = agencies.map(
    (id) => `# ${nameOf(id)}
#${id}:
#  email:
#  reads:
#  agreed:
#  tested:
`,
  );
  return `# Which agency gets reports in which mailbox. Take away the # of an entry when that agency has agreed in writing.
#
# email         one mailbox of that agency
# backup_email  another mailbox of the same agency; leave it out when there is none
# reads         when somebody reads it: 24/7, or hours such as Mon-Fri 09:00-17:00; Sat 10:00-12:00
# agreed        the day of the written agreement, such as 2027-01-31
# tested        the day they read the mail of: npm run send-test -- <agency>
# openpgp       their OpenPGP public key, indented under "openpgp: |"; their mails are then encrypted to it, always
# json          true adds the answers as a file; leave it out unless they asked and a test arrived with it

${entries.join('\n')}`;
}
