import { toMillis } from '../model/timestamp.ts';
import { currentVerdict, type Incident } from '../model/incident.ts';
import { evidenceSentence } from './evidence-sentence.ts';
import { headline } from './headline.ts';
import { bestQuestion } from './question-words.ts';
import { tellingReason } from './telling-reason.ts';
import type { NameOf } from './service-names.ts';
import type { Texts } from './texts.ts';

/** What a toast or a notification says. */
export interface NoticeWords {
  readonly headline: string;
  readonly line: string;
  /** The one button. */
  readonly action: string;
  readonly close: string;
  /** `alert` interrupts a screen reader, `status` waits. */
  readonly role: 'alert' | 'status';
}

/** Whether an incident is held to have been an outage, by the verdict that stood last. */
const wasOutage = (incident: Incident): boolean => currentVerdict(incident).verdict.cause === 'outage';

/** Seconds from the first sign to the end, or to `now` (ms since 1970) while it lasts. */
export const lasted = (incident: Pick<Incident, 'openedAt' | 'closedAt'>, now: number): number =>
  ((incident.closedAt === null ? now : toMillis(incident.closedAt)) - toMillis(incident.openedAt)) / 1000;

/** "It is over", for an incident that is closed. */
export const recoveryWords = (
  { t, format }: Texts,
  incident: Incident,
  nameOf: NameOf,
): { readonly headline: string; readonly line: string } => {
  const duration = format.duration(lasted(incident, toMillis(incident.updatedAt)));
  return {
    headline: t('recovered.title', { service: nameOf(incident.service) }),
    line: wasOutage(incident) ? t('recovered.down', { duration }) : t('recovered.other', { duration }),
  };
};

/** What is told of an incident as it stands: its verdict, or that it is over. `isOver`: the outage, for who is still out. */
export const noticeWords = (
  texts: Texts,
  incident: Incident,
  nameOf: NameOf,
  isOver = false,
): NoticeWords => {
  const { t } = texts;
  const close = t('notice.close');
  if (incident.closedAt !== null)
    return { ...recoveryWords(texts, incident, nameOf), action: t('notice.details'), close, role: 'status' };

  const { verdict } = currentVerdict(incident);
  const service = nameOf(incident.service);
  if (isOver)
    return {
      headline: t('over.title', { service }),
      line: t('over.line'),
      action: t('notice.details'),
      close,
      role: 'status',
    };
  const reason = tellingReason(verdict);
  const asks = bestQuestion(verdict) !== null;
  const isAct = verdict.alarm === 'act';
  const fallback = asks ? t('notice.question-helps') : t('notice.checking');
  const action = isAct
    ? t('notice.act')
    : verdict.cause === 'unclear' && asks
      ? t('notice.answer')
      : t('notice.why');
  return {
    headline: headline(texts, verdict, service),
    line: reason ? evidenceSentence(texts, reason.evidence, service, nameOf, reason.detail) : fallback,
    action,
    close,
    role: isAct ? 'alert' : 'status',
  };
};
