import { reportsOf } from '../../lib/feed/reports/reports-of.ts';
import { reportText } from '../../lib/feed/reports/send-report.ts';
import type { Observation } from '../../lib/model/observation.ts';
import type { Report } from '../../lib/model/report.ts';
import { toTimestamp } from '../../lib/model/timestamp.ts';

/** What would be reported if Facebook ended the session at `now` (ms), made and written as real reports are. */
export const sampleReport = (now: number): { readonly report: Report; readonly text: string } => {
  const at = toTimestamp(now);
  const ended: Observation = { at, service: 'facebook', kind: 'session', change: 'ended', by: 'server' };
  const [report] = reportsOf([ended], [ended]);
  if (!report) throw new Error('a forced logout is always a report');
  return { report, text: reportText(report) };
};
