import { single } from '../sanitise.ts';
import { areaText } from './area-text.ts';
import type { MailContext } from './mail-context.ts';

/**
 * One line of ASCII that names a kind of concern and a council's area, and nothing else: it shows on locked screens and
 * in the logs of mail servers. Every part is a word of ours, chosen by a code.
 */
export function subject(mail: MailContext): string {
  const { say, reference, model } = mail;
  const last = say('mail:subject.reference', { reference });
  const parts = mail.test ? [say('mail:subject.test'), last] : [...level(mail), ...topic(mail), last, ...role(mail)];
  return ascii(`[${model.partnership.name}] ${parts.join(' - ')}`);
}

const level = ({ say, urgency }: MailContext): string[] =>
  urgency.level === 'normal' ? [] : [say(`mail:subject.level.${urgency.level}`)];

/** Who wrote matters most where it is a child or the person at risk. A child's subject names no place at all. */
function topic(mail: MailContext): string[] {
  const { say, report, inputs } = mail;
  if (report.reporter === 'under-18') return [say('mail:subject.under-18')];
  const affected = report.reporter === 'affected';
  const what = affected ? say('mail:subject.affected') : say(`mail:subject.concern.${inputs.concern ?? 'none'}`);
  return [what, areaText(mail)];
}

const role = ({ say, recipient }: MailContext): string[] =>
  recipient.role === 'primary' ? [] : [say(`mail:subject.${recipient.role}`)];

const onlyAscii = /^[\x20-\x7e]*$/;
const dashes = /\p{Pd}/gu;

/** Letters lose their accents; whatever else is not ASCII goes. */
const ascii = (text: string): string =>
  onlyAscii.test(text)
    ? single(text)
    : single(
        text
          .normalize('NFKD')
          .replace(dashes, '-')
          .replace(/[’‘]/g, "'")
          .replace(/[^\x20-\x7e]/g, ''),
      );
