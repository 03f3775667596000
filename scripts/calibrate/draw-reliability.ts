import { BINS, calibrationError, type Bin } from './tally/calibration.ts';

const SIZE = 300;
const LEFT = 46;
const TOP = 14;
const WIDTH = LEFT + SIZE + 14;
const HEIGHT = TOP + SIZE + 44;

/** One curve: what was said against what came. */
export interface Curve {
  readonly name: string;
  readonly bins: readonly Bin[];
}

const x = (share: number): number => Math.round((LEFT + share * SIZE) * 10) / 10;
const y = (share: number): number => Math.round((TOP + (1 - share) * SIZE) * 10) / 10;

/** Bins with too few cases to say anything are left out. */
const FEWEST = 20;

const marks = ({ bins }: Curve, style: string): string => {
  const points = bins.filter(({ cases }) => cases >= FEWEST);
  const total = bins.reduce((sum, { cases }) => sum + cases, 0);
  const line = points.map(({ cases, said, came }) => `${x(said / cases)},${y(came / cases)}`).join(' ');
  // The area of a dot follows how many cases it stands for.
  const dots = points.map(
    ({ cases, said, came }) =>
      `<circle cx="${x(said / cases)}" cy="${y(came / cases)}" r="${(2.5 + 9 * Math.sqrt(cases / total)).toFixed(1)}"/>`,
  );
  return `<g class="${style}"><polyline points="${line}"/>${dots.join('')}</g>`;
};

const ticks = [0, 0.25, 0.5, 0.75, 1].map(
  (share) =>
    `<text x="${x(share)}" y="${y(0) + 16}" text-anchor="middle">${share * 100}</text>` +
    `<text x="${LEFT - 6}" y="${y(share) + 4}" text-anchor="end">${share * 100}</text>` +
    `<path class="grid" d="M${x(share)} ${y(0)}V${y(1)}M${x(0)} ${y(share)}H${x(1)}"/>`,
);

const STYLE = `text{font:11px sans-serif;fill:#555}.grid{stroke:#8884;fill:none}.ideal{stroke:#888;stroke-dasharray:4 4}
polyline{fill:none;stroke-width:1.5}.a{stroke:#0b6bcb;fill:#0b6bcb}.b{stroke:#c05a00;fill:#c05a00}circle{fill-opacity:.55;stroke:none}
.a text,.b text{stroke:none}
@media(prefers-color-scheme:dark){text{fill:#bbb}.a{stroke:#6cb2ff;fill:#6cb2ff}.b{stroke:#ffa657;fill:#ffa657}}`;

/** A reliability diagram as SVG: the nearer to the diagonal, the truer what was said. Readable in light and dark. */
export const drawReliability = (first: Curve, second: Curve): string => {
  const legend = [first, second].map(
    (curve, index) =>
      `<g class="${'ab'[index]}"><circle cx="${LEFT + 16}" cy="${TOP + 16 + index * 18}" r="4"/>` +
      `<text x="${LEFT + 26}" y="${TOP + 20 + index * 18}">${curve.name}: error ${calibrationError(curve.bins).toFixed(3)}</text></g>`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img">
<title>How often the likeliest cause was the true one, against how likely it was said to be, in ${BINS} classes</title>
<style>${STYLE}</style>
${ticks.join('\n')}
<path class="ideal" d="M${x(0)} ${y(0)}L${x(1)} ${y(1)}"/>
${marks(first, 'a')}
${marks(second, 'b')}
${legend.join('\n')}
<text x="${x(0.5)}" y="${HEIGHT - 8}" text-anchor="middle">said, %</text>
<text x="12" y="${y(0.5)}" text-anchor="middle" transform="rotate(-90 12 ${y(0.5)})">came true, %</text>
</svg>
`;
};
