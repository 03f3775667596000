import { useState } from 'preact/hooks';
import { headline, pastTitle } from '../lib/text/headline.ts';
import type { HistoryRow } from './history-row.ts';
import { Icon, verdictIcon } from './icon.tsx';
import { useSpeech } from './speech.tsx';

/** So many rows are shown at once: a list of thousands stays quick, and the rest is one press away. */
const PAGE = 50;

const Row = ({ row }: { readonly row: HistoryRow }) => {
  const { texts, nameOf } = useSpeech();
  const { t, format } = texts;
  const name = nameOf(row.service);
  const title = (row.closedAt === null ? headline : pastTitle)(texts, row, name);
  const when = `${format.date(row.openedAt)}, ${format.time(row.openedAt)}`;
  const length =
    row.closedAt === null
      ? t('history.open')
      : t('history.lasted', { duration: format.duration((row.closedAt - row.openedAt) / 1000) });
  return (
    <li
      class={`row alarm-${row.alarm}`}
      data-testid="incident"
      data-incident={row.id}
      data-service={row.service}
      data-cause={row.cause}
    >
      <span class="verdict-badge">
        <Icon name={verdictIcon(row.cause, row.alarm)} />
      </span>
      <span class="row-words">
        <a href={`#incident=${encodeURIComponent(row.id)}`}>{title}</a>
        <span class="soft small">
          {when} · {length} · {t(`certainty.${row.certainty}`)}
        </span>
        {row.note !== '' && <span class="row-note small">{row.note}</span>}
      </span>
    </li>
  );
};

/** Incidents as a list, the newest first, a page at a time. Give it a new `key` to start over. */
export const HistoryList = ({ rows }: { readonly rows: readonly HistoryRow[] }) => {
  const { t } = useSpeech().texts;
  const [shown, setShown] = useState(PAGE);
  const rest = rows.length - shown;
  return (
    <>
      <ul class="rows">
        {rows.slice(0, shown).map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {rest > 0 && (
        <p class="more">
          <button type="button" class="button" onClick={() => setShown(shown + PAGE)}>
            {t('history.more', { count: Math.min(PAGE, rest) })}
          </button>
        </p>
      )}
    </>
  );
};
