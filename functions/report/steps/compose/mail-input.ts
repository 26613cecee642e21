import type { Decision, RoutingInputs, Urgency } from '../../contract/decision.ts';
import type { Agency, Area, Partnership, Sign } from '../../contract/model.ts';
import type { Recipients } from '../../contract/recipient-setting.ts';
import type { Report } from '../../contract/report.ts';
import type { Words } from '../../contract/words.ts';

/** What a mail needs of the content model. */
export interface MailModel {
  readonly agencies: readonly Pick<Agency, 'id' | 'phones'>[];
  readonly areas: readonly Pick<Area, 'id' | 'kind'>[];
  readonly signs: readonly Pick<Sign, 'id' | 'kind' | 'young'>[];
  readonly partnership: Pick<Partnership, 'name' | 'area' | 'marking' | 'contact'>;
}

/** One report: what every mail of it is made from. */
export interface ReportInput {
  readonly report: Report;
  /** The safe reading of the answers, which routing went by; said where it differs from what was ticked. */
  readonly inputs: RoutingInputs;
  readonly decision: Decision;
  readonly urgency: Urgency;
  /** Of the report, the same in every mail of it; `[A-Z2-9]{8}`. */
  readonly reference: string;
  /** The report's id, for the Message-ID. */
  readonly id: string;
  /** Only the day is printed: the minute could point to whoever sat at a phone then. */
  readonly takenOn: Date;
  /** When this mail may go; its `Date` header on every attempt. */
  readonly releaseAt: Date;
  readonly mailDomain: string;
  /** English. */
  readonly words: Words;
  readonly model: MailModel;
  readonly recipients: Recipients;
  /** It looks sent by a program (service.md M12): said, and no reason to leave it. */
  readonly suspect: boolean;
  /** The same ticks came within 72 h; `undefined` when nobody looked, and then nothing is said of it. */
  readonly sameAnswersBefore: boolean | undefined;
  /** A test message: its answers are made up. */
  readonly test?: boolean | undefined;
}

/** The agency that one mail is for. */
export interface Addressee {
  readonly id: string;
  readonly role: 'primary' | 'copy' | 'then';
}

/** One report and the one agency that this mail of it is for. */
export interface MailInput extends ReportInput {
  readonly recipient: Addressee;
}
