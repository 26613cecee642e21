import type { Report } from '../../contract/report.ts';

/** Acting on the report could show who told: then the mail says so above every fact (harm H4). */
export function sourceAtRisk({ traceable, reporter, know }: Pick<Report, 'traceable' | 'reporter' | 'know'>): boolean {
  return traceable === 'yes' || traceable === 'maybe' || reporter === 'affected' || know === 'told-by-them';
}
