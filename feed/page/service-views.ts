import type { FeedEntry } from '../../lib/model/feed.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import { largeCurve, smallCurve } from './curve.ts';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { serviceName } from './service-names.ts';
import { officialSaid, probeLine, reportLine, symptomList } from './service-parts.ts';
import { stateMark } from './state-mark.ts';

export interface ServiceView {
  readonly service: ServiceId;
  readonly entry: FeedEntry;
  /** When the feed was issued, in milliseconds since 1970. */
  readonly issuedAt: number;
}

/** Whether there is more to say of a service than that it works. */
export const hasNews = ({ status, symptoms, official }: FeedEntry): boolean =>
  status === 'outage' ||
  status === 'degraded' ||
  Object.keys(symptoms).length > 0 ||
  official?.status === 'outage' ||
  official?.status === 'degraded';

/** Since when, for how long, and where; that a service works has no beginning. */
const sinceWords = (
  { status, since, scope }: FeedEntry,
  { texts, format, now }: PageWords,
): Markup | null => {
  if (status === 'operational') return html`<span class="since">${texts.raised}</span>`;
  const region = scope === 'regional' ? texts.regional : null;
  if (since === null) return region === null ? null : html`<span class="since">${region}</span>`;
  const at = toMillis(since);
  return html`<span class="since"
    >${texts.since} ${format.time(at, now)} ·
    ${texts.forSoLong(format.duration(now - at))}${region && ` · ${region}`}</span
  >`;
};

/** A service of which there is news: all that is known of it. */
export const serviceCard = (view: ServiceView, words: PageWords): Markup => {
  const { service, entry, issuedAt } = view;
  const { status } = entry;
  return html`<article
    class="card card-${status}"
    data-testid="service"
    data-service="${service}"
    data-status="${status}"
  >
    <header>
      ${stateMark(status)}
      <h2>${serviceName(service)}</h2>
      <p class="state"><strong>${words.texts.status[status]}</strong> ${sinceWords(entry, words)}</p>
    </header>
    <div class="facts">
      <div>
        ${largeCurve(service, entry, issuedAt, words)}
        <p class="note">${reportLine(entry, words)}</p>
      </div>
      <div>${symptomList(entry, words)} ${probeLine(entry, words)}</div>
    </div>
    ${officialSaid(entry, words)}
  </article>`;
};

/** A service without news: one row. */
export const serviceRow = (view: ServiceView, words: PageWords): Markup => {
  const { service, entry, issuedAt } = view;
  return html`<li data-testid="service" data-service="${service}" data-status="${entry.status}">
    <h3>${serviceName(service)}</h3>
    <p class="state">${stateMark(entry.status)} ${words.texts.status[entry.status]}</p>
    <div class="row-curve">${smallCurve(service, entry, issuedAt, words)}</div>
    ${officialSaid(entry, words)}
  </li>`;
};
