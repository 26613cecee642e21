import type { Recipients } from './contract/recipient-setting.ts';
import type { RoutingTable } from './contract/routing-table.ts';
import type { Words } from './contract/words.ts';
import type { EpochPublicKeys } from './outbox/epoch-keys.ts';
import type { Acceptor } from './outbox/outbox.ts';
import type { PageModel } from './pages/page-model.ts';
import type { BodyPace } from './steps/read-body.ts';

/** One language at run time: the page round every answer, and the words in it. */
export interface Language {
  /** A whole page with the marks `@@title@@`, `@@menu@@` and `@@main@@`. */
  readonly shell: string;
  readonly words: Words;
}

/** `degraded`: reports are taken but do not leave; `down`: they cannot be taken. `why` is one word. */
export interface Health {
  readonly state: 'ok' | 'degraded' | 'down';
  readonly why: string;
}

/** What can be logged of a request: closed words, so that nothing anyone typed can reach a log. */
export interface LogEvent {
  readonly event: 'answered' | 'fault';
  readonly outcome: string;
  readonly status: number;
}

/** Everything the handler is given; it reaches for nothing else, so it can be run with a store in a temporary folder. */
export interface Parts {
  readonly model: PageModel & { readonly routes: RoutingTable };
  readonly recipients: Recipients;
  /** Nothing reaches any agency, and every page says so. */
  readonly demo: boolean;
  /** Reports are taken at all; closed, every answer is a page of phones. */
  readonly open: boolean;
  /** Leaving out the police is a promise only while no police body runs the site (harm of M4). */
  readonly mayLeaveOutPolice: boolean;
  readonly store: Acceptor;
  readonly keys: EpochPublicKeys;
  /** There may be second contacts; a site that keeps nothing has none, and its rules name none. */
  readonly secondContacts: boolean;
  health(): Promise<Health>;
  /** Ids of the languages that are served, the source language first. */
  readonly locales: readonly string[];
  language(locale: string): Promise<Language>;
  /** English words of the mail and of everything it names. */
  readonly mailWords: Words;
  readonly secret: Uint8Array;
  readonly policy: { readonly styleHash: string; readonly scriptHash?: string | undefined };
  /** Public address: its host is ours, and https decides some headers. */
  readonly siteUrl: URL;
  /** The domain of our sender, for Message-IDs. */
  readonly mailDomain: string;
  /** Longest random delay of a report with no urgency, seconds; 0 also empties the slow lane. */
  readonly releaseDelaySeconds: number;
  /** How slowly a body may come; the usual pace unless a test hands one in. */
  readonly bodyPace?: BodyPace | undefined;
  now(): number;
  /** 0 up to, not including, 1. */
  random(): number;
  log(event: LogEvent): void;
}
