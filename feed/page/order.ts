import type { FeedStatus } from '../../lib/model/feed.ts';
import type { ServiceView } from './service-views.ts';

const GRAVEST_FIRST: readonly FeedStatus[] = ['outage', 'degraded', 'operational', 'unknown'];

/** The gravest first; the order stays as it was among equals. */
export const byStatus = (views: readonly ServiceView[]): ServiceView[] =>
  views.toSorted((a, b) => GRAVEST_FIRST.indexOf(a.entry.status) - GRAVEST_FIRST.indexOf(b.entry.status));
