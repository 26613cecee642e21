import type { DrawnSink } from './drawn-sink.ts';
import type { KillRun } from './kill-run.ts';
import { recordFault } from './record-fault.ts';

export interface KillsToRecord {
  readonly adapter: 'embedded' | 'postgres';
  /** What stood where and fell: `reports under load while …`. */
  readonly reports: string;
  /** `kill -9 of …`. */
  readonly kills: string;
  readonly run: KillRun;
  readonly sink: DrawnSink;
}

const result = '0 lost, 0 readable at rest, duplicates no more than injected + 1 per kill, all flagged';

/** Writes down everything that was put in during one run of kills: rows F1, F9b and F30. */
export function recordKills({ adapter, reports, kills, run, sink }: KillsToRecord): void {
  const mails: readonly (readonly [injected: string, times: number])[] = [
    [reports, run.acknowledged],
    ['mails answered 451 or 421', sink.fated('451') + sink.fated('421')],
    ['mails cut before the dot', sink.fated('cut before the dot')],
    ['mails taken and never answered', run.injected],
  ];
  for (const [injected, times] of mails) recordFault({ row: 'F1', adapter, injected, times, result });
  recordFault({
    row: 'F30',
    adapter,
    injected: 'search for the invented words of every report, in files, output and environment',
    times: run.scans,
    result: 'nothing found',
  });
  recordFault({ row: 'F9b', adapter, injected: kills, times: run.fell, result });
}
