import type { FeedPayload, FeedStatus } from '../../lib/model/feed.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import type { PageWords } from './page-words.ts';
import { inUsualOrder, serviceName } from './service-names.ts';

export interface Headline {
  readonly status: FeedStatus;
  /** One or two short sentences. */
  readonly sentences: readonly string[];
  readonly advice: readonly string[];
}

/** From so large a share of the reporters on, the advice for people who were signed out is given. */
const MANY = 0.2;

const withStatus = ({ services }: FeedPayload, status: FeedStatus): ServiceId[] =>
  inUsualOrder(Object.keys(services).filter((id) => services[id]?.status === status));

/** What people who were signed out meet: refusals, or a sign-in that works at once; null where few were signed out. */
const meets = ({ services }: FeedPayload, id: ServiceId): 'refusals' | 'sign-in-works' | null => {
  const share = services[id]?.symptoms ?? {};
  if (Math.max(share['forced-logout'] ?? 0, share['sign-in-rejected'] ?? 0) < MANY) return null;
  return (share['sign-in-works'] ?? 0) >= MANY ? 'sign-in-works' : 'refusals';
};

/** What is said first: how things stand, and what that means for somebody who was just signed out. */
export const headlineOf = (payload: FeedPayload | null, { texts, format }: PageWords): Headline => {
  const { headline, advice } = texts;
  if (!payload) return { status: 'unknown', sentences: [headline.noStatus], advice: [advice.noStatus] };
  const names = (ids: readonly ServiceId[]): string => format.list(ids.map(serviceName));
  const down = withStatus(payload, 'outage');
  const troubled = withStatus(payload, 'degraded');
  const those = (met: 'refusals' | 'sign-in-works'): ServiceId[] =>
    [...down, ...troubled].filter((id) => meets(payload, id) === met);
  const [refused, welcome] = [those('refusals'), those('sign-in-works')];
  if (down.length + troubled.length > 0)
    return {
      status: down.length > 0 ? 'outage' : 'degraded',
      sentences: [
        ...(down.length > 0 ? [headline.down(names(down), down.length)] : []),
        ...(troubled.length > 0 ? [headline.trouble(names(troubled))] : []),
      ],
      advice: [
        ...(refused.length > 0 ? [advice.signedOut(names(refused))] : []),
        ...(welcome.length > 0 ? [advice.signInWorks(names(welcome))] : []),
        ...(refused.length + welcome.length > 0 ? [advice.noPhone] : []),
      ],
    };
  return withStatus(payload, 'operational').length > 0
    ? { status: 'operational', sentences: [headline.calm], advice: [advice.calm] }
    : { status: 'unknown', sentences: [headline.nothingKnown], advice: [] };
};
