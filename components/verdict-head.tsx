import type { Alarm, Decision } from '../lib/model/cause.ts';
import { Icon, verdictIcon } from './icon.tsx';

interface Props {
  readonly cause: Decision;
  readonly alarm: Alarm;
  readonly headline: string;
  readonly certaintyWord: string;
  /** e.g. `since 15:10 · 24 min so far`. */
  readonly timing: string;
  readonly headingId: string;
}

/** The verdict itself: what, how sure, since when. */
export const VerdictHead = ({ cause, alarm, headline, certaintyWord, timing, headingId }: Props) => (
  <header class="verdict-head">
    <span class="verdict-badge">
      <Icon name={verdictIcon(cause, alarm)} />
    </span>
    <div class="verdict-words">
      <h2 id={headingId} class="verdict-headline" tabIndex={-1}>
        {headline}
      </h2>
      <p class="verdict-facts">
        <span class="chip">{certaintyWord}</span>
        <span class="soft">{timing}</span>
      </p>
    </div>
  </header>
);
