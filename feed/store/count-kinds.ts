import { REPORT_KINDS, type ReportKind } from '../../lib/model/report.ts';

/** The kinds of report that are a complaint. Signing in that works is good news, and presence is the denominator. */
export const COMPLAINTS = [
  'forced-logout',
  'sign-in-rejected',
  'errors',
  'unreachable',
  'suspended-notice',
] as const satisfies readonly ReportKind[];

export const isComplaint = (kind: ReportKind): boolean => (COMPLAINTS as readonly string[]).includes(kind);

/** What is counted: each kind of report, and beside them a complaint of any kind, in which a network counts once whatever it complains of. */
export const COUNT_KINDS = [...REPORT_KINDS, 'complaint'] as const;
export type CountKind = (typeof COUNT_KINDS)[number];

const KINDS_OF = new Map<ReportKind, readonly CountKind[]>(
  REPORT_KINDS.map((kind) => [kind, isComplaint(kind) ? [kind, 'complaint'] : [kind]]),
);

/** All that a report of this kind is counted as. */
export const countedAs = (kind: ReportKind): readonly CountKind[] => KINDS_OF.get(kind) ?? [];
