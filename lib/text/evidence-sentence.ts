import type { EvidenceDetail, EvidenceKind } from '../model/evidence.ts';
import type { NameOf } from './service-names.ts';
import type { Texts } from './texts.ts';

/** Kinds with a sentence that shows a number of times, people or sites. */
const COUNTED = [
  'data-cleared',
  'signed-out-again',
  'sign-in-refused',
  'sign-in-error',
  'server-errors',
  'unreachable',
  'feed-outage',
  'feed-degraded',
  'feed-mass-logout',
] as const satisfies readonly EvidenceKind[];

/** Kinds with a sentence that shows how long. */
const TIMED = ['routine-rhythm', 'old-password-page'] as const satisfies readonly EvidenceKind[];

/** Kinds with a sentence that names another service. */
const ABOUT_ANOTHER = [
  'linked-service-signed-out',
  'linked-service-failing',
  'linked-service-healthy',
  'linked-service-compromised',
  'other-services-failing',
  'other-services-answer',
] as const satisfies readonly EvidenceKind[];

const within = <Kind extends EvidenceKind>(kinds: readonly Kind[], kind: EvidenceKind): kind is Kind =>
  (kinds as readonly EvidenceKind[]).includes(kind);

/** Evidence of one occurrence says no more than the plain sentence does. */
const COUNTS_FROM = 2;

/**
 * A piece of evidence as a sentence.
 * @param service the name of the service that the verdict is about
 * @param detail numbers that the sentence shows where it can (counts are plain, durations in seconds)
 */
export const evidenceSentence = (
  { t, format }: Texts,
  evidence: EvidenceKind,
  service: string,
  nameOf: NameOf,
  detail: EvidenceDetail = {},
): string => {
  const { count, seconds, service: other } = detail;
  if (count !== undefined && count >= COUNTS_FROM && within(COUNTED, evidence))
    return t(`evidence.${evidence}.count`, { service, count });
  if (seconds !== undefined && within(TIMED, evidence))
    return t(`evidence.${evidence}.seconds`, { service, duration: format.duration(seconds) });
  if (other !== undefined && within(ABOUT_ANOTHER, evidence))
    return t(`evidence.${evidence}.service`, { service, other: nameOf(other) });
  return t(`evidence.${evidence}`, { service });
};
