import { londonDay } from './london-day.ts';
import type { Addressee, ReportInput } from './mail-input.ts';
import { type Say, sayer } from './say.ts';

/** What each section is handed: the input, its words, and the names it needs again and again. */
export interface ReportContext extends ReportInput {
  readonly say: Say;
  /** An agency's name. */
  name(agency: string): string;
  /** Who got the report to act on it. */
  readonly lead: string;
  /** The day it was taken, as it is printed. */
  readonly day: string;
}

/** The same, for the sections that differ from one agency to the next. */
export interface MailContext extends ReportContext {
  readonly recipient: Addressee;
}

/** Throws when the decision has nobody to act on it: such a decision is never mailed. */
export function reportContext(input: ReportInput): ReportContext {
  const { words, model, decision, takenOn } = input;
  const say = sayer(words, model);
  const lead = decision.recipients.find(({ role }) => role === 'primary');
  if (lead === undefined) throw new Error(`Rule \`${decision.rule}\` has no primary recipient: nothing to compose.`);
  return { ...input, say, name: (agency) => say(`agencies:${agency}.name`), lead: lead.id, day: londonDay(takenOn) };
}

/** The heading and the lines of one part of the mail. */
export interface Section {
  readonly title: string;
  readonly lines: readonly string[];
}
