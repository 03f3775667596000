import type { FeedStatus } from '../../lib/model/feed.ts';
import { html, raw, type Markup } from './markup.ts';

/** On a grid of 24 by 24. Each state has a shape of its own, so that it can be told without colour. */
const SHAPES: Readonly<Record<FeedStatus, string>> = {
  operational: '<circle cx="12" cy="12" r="10"/><path class="sign" d="M7.5 12.4l3.1 3.1 5.9-6.3"/>',
  degraded:
    '<path d="M12 2.6L23 21.4H1z" stroke-linejoin="round"/><path class="sign" d="M12 9.6v5M12 17.9v.01"/>',
  outage: '<rect x="2.5" y="2.5" width="19" height="19" rx="4"/><path class="sign" d="M8 8l8 8M16 8l-8 8"/>',
  unknown:
    '<circle class="ring" cx="12" cy="12" r="9"/><path class="ask" d="M12 16.4v.01M9.9 9.9a2.2 2.2 0 1 1 3 2c-.6.3-.9.7-.9 1.3"/>',
};

/** The mark of a state; the words stand beside it. */
export const stateMark = (status: FeedStatus): Markup =>
  html`<svg class="mark mark-${status}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${raw(SHAPES[status])}
  </svg>`;
