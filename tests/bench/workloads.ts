import { reportAboutWork, reportForPolice } from './reports.ts';

export interface Workload {
  readonly about: string;
  /** Who has a mailbox; with the body that settles how many envelopes a report has. */
  readonly agencies: readonly string[];
  readonly body: string;
  /** Least share of the bare handler's rate at 16 connections. */
  readonly goal: number;
  readonly connections: readonly number[];
}

/** The first is how most sites begin. */
export const workloads: readonly Workload[] = [
  { about: 'one recipient', agencies: ['police'], body: reportForPolice, goal: 0.8, connections: [1, 16, 64] },
  { about: 'one + next', agencies: ['police', 'helpline'], body: reportForPolice, goal: 0.8, connections: [16] },
  {
    about: 'two + next',
    agencies: ['police', 'helpline', 'labour-enforcement'],
    body: reportAboutWork,
    goal: 0.7,
    connections: [16],
  },
];
