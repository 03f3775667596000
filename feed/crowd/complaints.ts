import type { ReportKind } from '../../lib/model/report.ts';

/** The kinds of report that are a complaint. Signing in that works is good news, and presence is the denominator. */
export const COMPLAINTS = [
  'forced-logout',
  'sign-in-rejected',
  'errors',
  'unreachable',
  'suspended-notice',
] as const satisfies readonly ReportKind[];

export const isComplaint = (kind: ReportKind): boolean => (COMPLAINTS as readonly string[]).includes(kind);
