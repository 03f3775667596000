import { SYMPTOMS, type FeedEntry, type OfficialWord } from '../../lib/model/feed.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import { cleanOfficial } from '../../lib/model/official-words.ts';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';

/** Smaller shares are the ailments of a few. */
const SMALLEST_SHARE = 0.05;

/** What the reporters show, the most common first, each with its share in figures and as a bar. */
export const symptomList = ({ symptoms }: FeedEntry, { texts, format }: PageWords): Markup | null => {
  const shown = SYMPTOMS.map((name) => ({ name, share: symptoms[name] ?? 0 }))
    .filter(({ share }) => share >= SMALLEST_SHARE)
    .toSorted((a, b) => b.share - a.share);
  if (shown.length === 0) return null;
  return html`<div class="symptoms">
    <h3>${texts.ofReporters}</h3>
    <ul>
      ${shown.map(
        ({ name, share }) =>
          html`<li>
            <span class="share">${format.percent(share)}</span>
            <span>${texts.symptom[name]}</span>
            <svg
              class="share-bar"
              viewBox="0 0 100 4"
              preserveAspectRatio="none"
              aria-hidden="true"
              focusable="false"
            >
              <rect class="share-all" width="100" height="4" />
              <rect class="share-part" width="${Math.round(share * 100)}" height="4" />
            </svg>
          </li>`,
      )}
    </ul>
  </div>`;
};

/** How many reports, and how many are usual. */
export const reportLine = ({ reports }: FeedEntry, { texts, format }: PageWords): string => {
  if (!reports) return texts.tooFew;
  const count = texts.reports(format.number(reports.count), format.duration(reports.windowSeconds * 1000));
  return `${count}, ${texts.usual(format.number(Math.round(reports.expected)))}`;
};

const quoted = (official: OfficialWord, words: PageWords): Markup => {
  const { text, source, url, at } = official;
  const { texts, format, now } = words;
  return html`<figure class="said">
    <blockquote>
      <p>${text === null ? texts.official.without[official.status] : html`<q>${text}</q>`}</p>
    </blockquote>
    <figcaption>
      ${
        url === null
          ? texts.official.source(source)
          : html`<a href="${url}" rel="noreferrer nofollow">${texts.official.source(source)}</a>`
      }${at === null ? null : html` · ${format.time(toMillis(at), now)}`}
    </figcaption>
  </figure>`;
};

/** The official word as a quotation with its source, time and link. An all-clear is not quoted: it weighs nothing. */
export const officialSaid = ({ official }: FeedEntry, words: PageWords): Markup | null => {
  if (!official || official.status === 'operational') return null;
  if (official.status === 'unreachable')
    return html`<p class="note">${words.texts.official.without.unreachable}</p>`;
  return quoted(cleanOfficial(official), words);
};

/** What this server saw of the service's own page. */
export const probeLine = ({ probes }: FeedEntry, { texts, format }: PageWords): Markup | null =>
  probes === null || probes.ok + probes.failed === 0
    ? null
    : html`<p class="note">
        ${texts.probes(format.number(probes.ok), format.number(probes.ok + probes.failed))}
      </p>`;
