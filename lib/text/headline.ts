import type { Verdict } from '../model/verdict.ts';
import type { Texts } from './texts.ts';

type Judged = Pick<Verdict, 'cause' | 'certainty' | 'alarm'>;

/**
 * The verdict in one line: who, then what. Softer where it is less certain; where somebody else may be in the
 * account, the line says that too, whatever the cause.
 * @param service the service's name
 */
export const headline = ({ t }: Texts, { cause, certainty, alarm }: Judged, service: string): string => {
  if (alarm === 'act') return t(`headline.act.${cause}`, { service });
  if (cause === 'unclear' || certainty === 'confident') return t(`headline.${cause}`, { service });
  return t(`headline.${certainty}.${cause}`, { service });
};

/**
 * A verdict that belongs to the past, named and not told as if it lasted: `Facebook: Outage`. That somebody else may
 * have been in the account is still said where the name of the cause hides it.
 * @param service the service's name
 */
export const pastTitle = (texts: Texts, judged: Judged, service: string): string =>
  judged.alarm === 'act' && judged.cause !== 'account-compromise'
    ? headline(texts, judged, service)
    : texts.t('history.row', { service, cause: texts.t(`cause.${judged.cause}`) });
