import type { Observation, ObservationOf } from '../model/observation.ts';
import type { NameOf } from './service-names.ts';
import type { Texts } from './texts.ts';

const sessionSentence = ({ t }: Texts, seen: ObservationOf<'session'>, service: string): string =>
  seen.change === 'ended'
    ? t(`seen.session.ended.${seen.by}`, { service })
    : t(`seen.session.${seen.change}`, { service });

const feedSentence = ({ t }: Texts, seen: ObservationOf<'feed'>, service: string): string =>
  seen.state === 'verified' ? t(`seen.feed.${seen.entry.status}`, { service }) : t('seen.feed.absent');

const requestSentence = ({ t }: Texts, seen: ObservationOf<'request'>, service: string): string => {
  const what = t(`seen.request.${seen.outcome}`, { service });
  return seen.count !== undefined && seen.count > 1 ? t('seen.times', { what, count: seen.count }) : what;
};

const answerSentence = ({ t }: Texts, seen: ObservationOf<'answer'>, service: string): string =>
  t('seen.answer', {
    answer: t(`answer.${seen.answer}`),
    question: t(`question.${seen.question}`, { service }),
  });

/** What was seen, as a sentence for an incident's timeline. */
export const observationSentence = (texts: Texts, seen: Observation, nameOf: NameOf): string => {
  const { t } = texts;
  if (seen.kind === 'connectivity') return t(`seen.connectivity.${seen.state}`);
  if (seen.kind === 'clearing') return t('seen.clearing', { count: seen.sites });
  const service = nameOf(seen.service);
  switch (seen.kind) {
    case 'session':
      return sessionSentence(texts, seen, service);
    case 'logout':
      return t(`seen.logout.${seen.scope}`, { service });
    case 'page':
      return t(`seen.page.${seen.page}`, { service });
    case 'login':
      return t(`seen.login.${seen.outcome}`, { service });
    case 'request':
      return requestSentence(texts, seen, service);
    case 'feed':
      return feedSentence(texts, seen, service);
    case 'official':
      return t(`seen.official.${seen.status}`, { service });
    case 'answer':
      return answerSentence(texts, seen, service);
  }
};
