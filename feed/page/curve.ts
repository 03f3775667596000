import type { FeedEntry } from '../../lib/model/feed.ts';
import type { ServiceId } from '../../lib/model/service-id.ts';
import { toMillis } from '../../lib/model/timestamp.ts';
import { html, type Markup } from './markup.ts';
import type { PageWords } from './page-words.ts';
import { serviceName } from './service-names.ts';

const WINDOW_MS = 600_000;
const WINDOWS = 36;
const STEP = 10;
const HEIGHT = 100;
/** A curve of so few reports stays low: what is usual must not look like a mountain. */
const LEAST_TOP = 60;

interface Drawn {
  readonly values: readonly number[];
  /** When the first and the last of the 36 windows begin, in milliseconds since 1970. */
  readonly from: number;
  readonly last: number;
  readonly top: number;
}

const drawn = (curve: readonly number[], issuedAt: number): Drawn => {
  const last = Math.floor(issuedAt / WINDOW_MS) * WINDOW_MS;
  const values = curve.slice(-WINDOWS);
  return { values, from: last - (WINDOWS - 1) * WINDOW_MS, last, top: Math.max(LEAST_TOP, ...values) };
};

/** One bar for each ten minutes; the windows before the first that is known stay empty. */
const bars = ({ values, top }: Drawn): Markup[] =>
  values.map((value, index) => {
    const height = Math.max(1, (value / top) * HEIGHT);
    const x = (WINDOWS - values.length + index) * STEP;
    return html`<rect
      class="bar"
      x="${x + 1}"
      y="${(HEIGHT - height).toFixed(1)}"
      width="${STEP - 2}"
      height="${height.toFixed(1)}"
    />`;
  });

const beginLine = ({ from }: Drawn, since: string | null): Markup | null => {
  const at = since === null ? Number.NaN : (toMillis(since) - from) / WINDOW_MS;
  return at >= 0 && at <= WINDOWS
    ? html`<line
        class="begin"
        x1="${(at * STEP).toFixed(1)}"
        x2="${(at * STEP).toFixed(1)}"
        y1="0"
        y2="${HEIGHT}"
      />`
    : null;
};

const labelOf = (service: ServiceId, one: Drawn, { texts, format }: PageWords): string => {
  const name = serviceName(service);
  const { values, last } = one;
  const beginning = last - (values.length - 1) * WINDOW_MS;
  const [from, to] = [format.clock(beginning), format.clock(last + WINDOW_MS)];
  const high = Math.max(...values);
  if (high === 0) return texts.curve.quiet(name, from, to);
  return texts.curve.label({
    service: name,
    from,
    to,
    low: format.number(Math.min(...values)),
    high: format.number(high),
    highAt: format.clock(beginning + values.indexOf(high) * WINDOW_MS),
    last: format.number(values.at(-1) ?? 0),
  });
};

const svg = (service: ServiceId, entry: FeedEntry, one: Drawn, words: PageWords): Markup =>
  html`<svg
    class="curve"
    viewBox="0 0 ${WINDOWS * STEP} ${HEIGHT}"
    preserveAspectRatio="none"
    role="img"
    aria-label="${labelOf(service, one, words)}"
  >
    ${bars(one)}${beginLine(one, entry.since)}
  </svg>`;

/** The curve alone, for a row. Nothing where none is known. `issuedAt`: milliseconds since 1970. */
export const smallCurve = (
  service: ServiceId,
  entry: FeedEntry,
  issuedAt: number,
  words: PageWords,
): Markup | null =>
  entry.curve === undefined || entry.curve.length < 2
    ? null
    : svg(service, entry, drawn(entry.curve, issuedAt), words);

/** The curve with its title, its highest number and its hours. */
export const largeCurve = (
  service: ServiceId,
  entry: FeedEntry,
  issuedAt: number,
  words: PageWords,
): Markup | null => {
  if (entry.curve === undefined || entry.curve.length < 2) return null;
  const { texts, format } = words;
  const one = drawn(entry.curve, issuedAt);
  const hours = [0, 12, 24].map(
    (windows) => html`<span>${format.clock(one.from + windows * WINDOW_MS)}</span>`,
  );
  return html`<figure class="picture">
    <figcaption>
      <span>${texts.curve.title(format.duration(WINDOWS * WINDOW_MS))}</span>
      <span>${texts.curve.most(format.number(Math.max(...one.values)))}</span>
    </figcaption>
    ${svg(service, entry, one, words)}
    <div class="hours" aria-hidden="true">${hours}<span>${texts.curve.now}</span></div>
  </figure>`;
};
