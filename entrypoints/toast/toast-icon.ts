import type { ToastContent } from '../../lib/messaging/toast.ts';

const SHIELD = 'M12 3l8 3.5v5.2c0 4.6-3.3 8-8 9.3-4.7-1.3-8-4.7-8-9.3V6.5z';
const CIRCLE = 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z';

/** Line drawings on a 24 by 24 grid; the headline says the same. */
const DRAWINGS = {
  act: [SHIELD, 'M12 8v4.5M12 16v.01'],
  over: ['M5 12.5l4.5 4.5L19 7.5'],
  outage: ['M17.5 11a5.8 5.8 0 0 0-11.2-1.4A4.2 4.2 0 0 0 7 18h2.5', 'M15 12.5l-2.5 4h4l-2.5 4'],
  watch: [CIRCLE, 'M9.6 9.6a2.5 2.5 0 1 1 3.5 2.3c-.7.4-1.1.9-1.1 1.7M12 16.6v.01'],
  plain: [CIRCLE, 'M12 11v5.5M12 7.6v.01'],
} as const;

const nameOf = ({ alarm, cause }: ToastContent): keyof typeof DRAWINGS => {
  if (alarm === 'act') return 'act';
  if (cause === null) return 'over';
  if (cause === 'outage') return 'outage';
  return alarm === 'watch' ? 'watch' : 'plain';
};

const SVG = 'http://www.w3.org/2000/svg';

/** The drawing that goes with a toast. */
export const toastIcon = (toast: ToastContent): SVGElement => {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const drawing of DRAWINGS[nameOf(toast)]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', drawing);
    svg.append(path);
  }
  return svg;
};
