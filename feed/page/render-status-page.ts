import { createHash } from 'node:crypto';
import type { FeedPayload } from '../../lib/model/feed.ts';
import { SERVICE_IDS } from '../../lib/model/service-id.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import { byStatus } from './order.ts';
import { headlineOf, type Headline } from './headline.ts';
import { PAGE_LANGUAGES, type PageLanguage } from './language.ts';
import { html, raw, type Markup } from './markup.ts';
import { PAGE_STYLE } from './page-style.ts';
import { PAGE_TEXTS, pageWords, type PageWords } from './page-words.ts';
import { inUsualOrder } from './service-names.ts';
import { hasNews, serviceCard, serviceRow, type ServiceView } from './service-views.ts';
import { stateMark } from './state-mark.ts';
import { unknownEntry } from './unknown-entry.ts';

/** For the page's content security policy: `style-src` may hold this and nothing else. */
export const STATUS_PAGE_STYLE_HASH = `sha256-${createHash('sha256').update(PAGE_STYLE).digest('base64')}`;

// The hash is that of every character in the element.
const STYLE_ELEMENT = raw(`<style>${PAGE_STYLE}</style>`);

export interface StatusPage {
  /** The feed as it is published; null where there is none yet. */
  readonly payload: FeedPayload | null;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly language: PageLanguage;
}

const languageSwitch = ({ language, texts }: PageWords): Markup =>
  html`<nav aria-label="${texts.switchTo}">
    <ul>
      ${PAGE_LANGUAGES.map((one) =>
        one === language
          ? html`<li><span aria-current="true" lang="${one}">${PAGE_TEXTS[one].language}</span></li>`
          : html`<li>
              <a href="?lang=${one}" hreflang="${one}" lang="${one}">${PAGE_TEXTS[one].language}</a>
            </li>`,
      )}
    </ul>
  </nav>`;

const freshness = (payload: FeedPayload, isCurrent: boolean, { texts, format, now }: PageWords): Markup => {
  const time = (at: string): Markup => format.time(toMillis(at), now);
  const { issued, holds, last, reload } = texts.fresh;
  return isCurrent
    ? html`${issued} ${time(payload.issuedAt)}, ${holds} ${time(payload.expiresAt)}. ${reload}`
    : html`${last} ${time(payload.expiresAt)}. ${reload}`;
};

const lead = ({ status, sentences, advice }: Headline, fresh: Markup | null): Markup =>
  html`<div class="lead">
    ${stateMark(status)}
    <div>
      <h1>${sentences.map((sentence) => html`<span>${sentence} </span>`)}</h1>
      ${advice.map((sentence) => html`<p>${sentence}</p>`)} ${fresh && html`<p class="fresh">${fresh}</p>`}
    </div>
  </div>`;

const servicesIn = (payload: FeedPayload | null): ServiceView[] => {
  const issuedAt = payload ? toMillis(payload.issuedAt) : 0;
  const ids = payload ? Object.keys(payload.services) : [...SERVICE_IDS];
  return byStatus(
    inUsualOrder(ids).map((service) => ({
      service,
      entry: payload?.services[service] ?? unknownEntry(),
      issuedAt,
    })),
  );
};

const services = (views: readonly ServiceView[], words: PageWords): Markup => {
  const news = views.filter(({ entry }) => hasNews(entry));
  const rows = views.filter(({ entry }) => !hasNews(entry));
  const { texts } = words;
  return html`<section aria-label="${texts.services}">
    ${news.map((view) => serviceCard(view, words))}
    ${
      rows.length === 0
        ? null
        : html`<h2 class="section">${news.length === 0 ? texts.services : texts.others}</h2>
            <ul class="rows">
              ${rows.map((view) => serviceRow(view, words))}
            </ul>`
    }
  </section>`;
};

const foot = (payload: FeedPayload | null, { texts }: PageWords): Markup =>
  html`<footer class="foot">
    <p>
      ${texts.files.title} <a href="v1/feed.json">${texts.files.feed}</a>,
      <a href="v1/keys.json">${texts.files.keys}</a>
    </p>
    ${payload && html`<p>${texts.sequence(String(payload.sequence))}</p>`}
    <p>${texts.privacy}</p>
  </footer>`;

/**
 * The status page as a whole HTML document: one style sheet inside, no script, nothing loaded from anywhere. A payload that
 * has expired is no status: all services are shown as not known.
 */
export const renderStatusPage = ({ payload, now, language }: StatusPage): string => {
  const words = pageWords(language, now);
  const { texts } = words;
  const isCurrent = payload !== null && toMillis(payload.expiresAt) > now;
  const current = isCurrent ? payload : null;
  const headline = headlineOf(current, words);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${headline.sentences.join(' ')} · Outage or Hacked</title>
        ${STYLE_ELEMENT}
      </head>
      <body>
        <div class="wrap">
          <header class="top">
            <p class="brand">Outage or Hacked <span>${texts.tagline}</span></p>
            ${languageSwitch(words)}
          </header>
          <main>
            ${lead(headline, payload && freshness(payload, isCurrent, words))}
            ${services(servicesIn(current), words)}
            <section class="limits" aria-labelledby="limits">
              <h2 class="section" id="limits">${texts.unknowable.title}</h2>
              <ul>
                ${texts.unknowable.points.map(([what, why]) => html`<li><strong>${what}</strong> ${why}</li>`)}
              </ul>
            </section>
          </main>
          ${foot(current, words)}
        </div>
      </body>
    </html>`.text;
};
