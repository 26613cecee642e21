import { folded } from './lines.ts';
import type { ReportContext, Section } from './mail-context.ts';

/** 7. What an officer needs to grade it: the source, how the source knows, and who may see it. */
export function recordSection(mail: ReportContext): Section {
  const { say, report, sameAnswersBefore, suspect } = mail;
  const how = say(`mail:record.how.${howKnown(mail)}`);
  const same = sameAnswersBefore === undefined ? [] : [say(`mail:record.same.${sameAnswersBefore}`)];
  const lines = [
    say(report.contact.trim() === '' ? 'mail:record.source' : 'mail:record.sourceContact'),
    say('mail:record.information', { how }),
    say('mail:record.handling'),
    ...same,
    ...(suspect ? [say('mail:record.suspect')] : []),
  ];
  return { title: say('mail:record.title'), lines: lines.flatMap((line) => folded(line)) };
}

/** Whoever it happens to knows it first hand; the short form does not ask. */
const howKnown = ({ report }: ReportContext): string =>
  report.know ?? (report.reporter === 'affected' ? 'affected' : 'none');
