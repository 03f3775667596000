import type { Decision, Alarm } from '../lib/model/cause.ts';
import type { TodoKind } from '../lib/text/what-to-do.ts';

/** Line drawings on a 24 by 24 grid; the words beside them say the same. */
const DRAWINGS = {
  cloud: ['M17.5 11a5.8 5.8 0 0 0-11.2-1.4A4.2 4.2 0 0 0 7 18h2.5', 'M15 12.5l-2.5 4h4l-2.5 4'],
  'shield-alert': ['M12 3l8 3.5v5.2c0 4.6-3.3 8-8 9.3-4.7-1.3-8-4.7-8-9.3V6.5z', 'M12 8v4.5M12 16v.01'],
  'shield-check': ['M12 3l8 3.5v5.2c0 4.6-3.3 8-8 9.3-4.7-1.3-8-4.7-8-9.3V6.5z', 'M8.5 12l2.5 2.5 4.5-5'],
  lock: [
    'M6.5 11h11a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1z',
    'M8.5 11V8a3.5 3.5 0 0 1 7 0v3',
  ],
  clock: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z', 'M12 7.5V12l3 2'],
  door: ['M14 4H6.5A1.5 1.5 0 0 0 5 5.5v13A1.5 1.5 0 0 0 6.5 20H14', 'M10.5 12H20m-3.5-3.5L20 12l-3.5 3.5'],
  browser: [
    'M5 5h14a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1z',
    'M4 9.5h16M10 13l4 4m0-4l-4 4',
  ],
  plug: ['M9 3v4.5M15 3v4.5M6.5 7.5h11V11a5.5 5.5 0 0 1-11 0z', 'M12 16.5V21'],
  question: [
    'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
    'M9.6 9.6a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1.1.9-1.1 1.7M12 16.6v.01',
  ],
  check: ['M5 12.5l4.5 4.5L19 7.5'],
  cross: ['M6 6l12 12M18 6L6 18'],
  info: ['M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z', 'M12 11v5.5M12 7.6v.01'],
  refresh: ['M19.5 12a7.5 7.5 0 1 1-2.3-5.4L19.5 9', 'M19.5 4.5V9H15'],
  list: ['M8.5 6.5H20M8.5 12H20M8.5 17.5H20M4.5 6.5v.01M4.5 12v.01M4.5 17.5v.01'],
  sliders: ['M4 7.5h9M17.5 7.5H20M4 16.5h2.5M11 16.5h9', 'M15 5.5v4M8.5 14.5v4'],
  out: ['M13 5h6v6M19 5l-8 8', 'M17 14v4a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1h4'],
} as const;
export type IconName = keyof typeof DRAWINGS;

/** A decorative drawing, hidden from screen readers. */
export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    {DRAWINGS[name].map((path) => (
      <path key={path} d={path} />
    ))}
  </svg>
);

const OF_CAUSE: Readonly<Record<Decision, IconName>> = {
  outage: 'cloud',
  'security-reset': 'shield-check',
  'account-compromise': 'shield-alert',
  'account-locked': 'lock',
  'rate-limited': 'clock',
  'session-expired': 'clock',
  'signed-out': 'door',
  'browser-cleared': 'browser',
  network: 'plug',
  unclear: 'question',
};

/** The drawing of a verdict; an alarm that asks to act has its own. */
export const verdictIcon = (cause: Decision, alarm: Alarm): IconName =>
  alarm === 'act' ? 'shield-alert' : OF_CAUSE[cause];

export const TODO_ICONS: Readonly<Record<TodoKind, IconName>> = { do: 'check', dont: 'cross', know: 'info' };
