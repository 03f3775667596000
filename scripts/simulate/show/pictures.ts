import type { Results } from '../results.ts';
import { drawCurve } from './draw-curve.ts';

/** Pictures of these shapes: the start of the name, and the name of the file. */
const PICTURED = [
  ['5 March 2024', 'feed-2024-03-05.svg'],
  ['4 October 2021', 'feed-2021-10-04.svg'],
  ['Regional', 'feed-regional.svg'],
  ['Security reset', 'feed-security-reset.svg'],
  ['Slow ramp', 'feed-slow-ramp.svg'],
] as const;

/** The shapes among so many people as pictures, by file name. */
export const picturesOf = ({ shapes }: Results, people: number): ReadonlyMap<string, string> => {
  const pictures = new Map<string, string>();
  for (const [start, file] of PICTURED) {
    const shape = shapes.find((one) => one.people === people && one.name.startsWith(start));
    if (!shape) continue;
    const { name, curve, raised, degraded } = shape;
    const marks = [
      ...(raised !== null && raised !== degraded ? [{ minute: raised, label: 'crowd raised' }] : []),
      ...(degraded !== null ? [{ minute: degraded, label: `degraded, ${degraded.toFixed(1)} min` }] : []),
    ];
    const title = `${name}, ${people.toLocaleString('en')} opted-in: networks with a complaint`;
    pictures.set(file, drawCurve({ title, points: curve, marks }));
  }
  return pictures;
};
