/** A picture of networks with a complaint over time, beside what is usual, as a small SVG for light and dark pages. */
export interface Picture {
  readonly title: string;
  readonly points: readonly {
    readonly minute: number;
    readonly networks: number;
    readonly expected: number;
  }[];
  /** When the feed said so, in minutes; null for never. */
  readonly marks: readonly { readonly minute: number; readonly label: string }[];
}

const [WIDTH, HEIGHT] = [640, 220];
const EDGE = { left: 56, right: 16, top: 34, bottom: 34 } as const;
const SPACE = { x: WIDTH - EDGE.left - EDGE.right, y: HEIGHT - EDGE.top - EDGE.bottom } as const;

const STYLE = `
svg{background:#fff}text{font:12px system-ui,sans-serif;fill:#333}.t{font-weight:600}.n{fill:none;stroke:#b3261e;stroke-width:2}
.e{fill:none;stroke:#666;stroke-width:1.5;stroke-dasharray:4 3}.a{stroke:#bbb}.m{stroke:#0b57d0;stroke-width:1.5}.k{fill:#0b57d0}
@media(prefers-color-scheme:dark){svg{background:#1b1b1f}text{fill:#ddd}.n{stroke:#f2b8b5}.e{stroke:#aaa}.a{stroke:#555}.m{stroke:#a8c7fa}.k{fill:#a8c7fa}}`;

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** 1, 2 or 5 times a power of ten, the next one above. */
const niceTop = (value: number): number => {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, value)));
  return power * ([1, 2, 5, 10].find((step) => step * power >= value) ?? 10);
};

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** Draws it. The words in it are also its title for a screen reader. */
export const drawCurve = ({ title, points, marks }: Picture): string => {
  const longest = Math.max(...points.map(({ minute }) => minute), 1);
  const top = niceTop(Math.max(...points.map(({ networks, expected }) => Math.max(networks, expected))));
  const x = (minute: number): string => round(EDGE.left + (SPACE.x * minute) / longest);
  const y = (value: number): string => round(EDGE.top + SPACE.y * (1 - value / top));
  const path = (of: (point: Picture['points'][number]) => number): string =>
    points.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.minute)} ${y(of(point))}`).join('');
  const bottom = HEIGHT - EDGE.bottom;
  const ticks = [0, 1 / 3, 2 / 3, 1].map((share) => share * longest);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="t">`,
    `<title id="t">${escaped(title)}</title><style>${STYLE}</style>`,
    `<text class="t" x="${EDGE.left}" y="18">${escaped(title)}</text>`,
    ...[0, 0.5, 1].map(
      (share) =>
        `<line class="a" x1="${EDGE.left}" x2="${WIDTH - EDGE.right}" y1="${y(share * top)}" y2="${y(share * top)}"/>` +
        `<text x="${EDGE.left - 6}" y="${Number(y(share * top)) + 4}" text-anchor="end">${(share * top).toLocaleString('en')}</text>`,
    ),
    ...ticks.map(
      (minute) =>
        `<text x="${x(minute)}" y="${bottom + 16}" text-anchor="${minute === longest ? 'end' : 'middle'}">${Math.round(minute)} min</text>`,
    ),
    `<path class="e" d="${path(({ expected }) => expected)}"/>`,
    `<path class="n" d="${path(({ networks }) => networks)}"/>`,
    ...marks.map(
      ({ minute, label }, index) =>
        `<line class="m" x1="${x(minute)}" x2="${x(minute)}" y1="${EDGE.top}" y2="${bottom}"/>` +
        `<text class="k" x="${Number(x(minute)) + 5}" y="${EDGE.top + 12 + 14 * index}">${escaped(label)}</text>`,
    ),
    '</svg>\n',
  ].join('\n');
};
