import type { Report } from '../../contract/report.ts';

/**
 * Acting on the report could show who told: then the mail says so above every fact (harm H4). Whoever it happens to, and
 * a child who writes, is at risk whatever else was answered.
 */
export function sourceAtRisk({ traceable, reporter, know }: Pick<Report, 'traceable' | 'reporter' | 'know'>): boolean {
  const isInvolved = reporter === 'affected' || reporter === 'under-18';
  return isInvolved || traceable === 'yes' || traceable === 'maybe' || know === 'told-by-them';
}
