import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { IncidentTimeline } from '../../../components/incident-timeline.tsx';
import { HistoryList } from '../../../components/history-list.tsx';
import { EVERYTHING, historySearch } from '../../../components/history-search.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import { timelineEntries } from '../../../components/timeline-entries.ts';
import { pastIncidents, summaryOf } from '../../fixtures/ui/sample-backend.ts';
import { incidentOf, NOW, SAMPLE_OBSERVATIONS } from '../../fixtures/ui/sample-data.ts';
import { SAMPLE_VERDICTS } from '../../fixtures/ui/sample-verdicts.ts';
import { all, english, french, nameOf, one, openDocument, settle, show } from './show.tsx';

let close: () => void;
beforeEach(() => (close = openDocument()));
afterEach(() => close());

const rows = pastIncidents(200, Date.parse(NOW)).map(summaryOf);
/** Neighbours that say the same would be folded. */
const SERVICES = ['facebook', 'instagram', 'threads'];
const speech = { texts: english, nameOf };

describe('the list of incidents', () => {
  it('marks each row and shows a page at a time, also of very many', async () => {
    await show(<HistoryList rows={rows} />);
    expect(all('[data-testid=incident]')).toHaveLength(50);
    const { incident, service, cause } = one('[data-testid=incident]').dataset;
    expect([incident, service, cause]).toEqual([rows[0]?.id, rows[0]?.service, rows[0]?.cause]);
    await settle(() => one('.more button').click());
    expect(all('[data-testid=incident]')).toHaveLength(100);
  });
});

describe('the search in the history', () => {
  const search = historySearch(rows, speech);

  it('shows everything until something is asked for', () => {
    expect(search(EVERYTHING)).toEqual(rows);
  });

  it('finds by service, cause, and the days in which it began', () => {
    const found = search({ ...EVERYTHING, service: 'facebook', cause: 'network' });
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ service, cause }) => service === 'facebook' && cause === 'network')).toBe(true);
    const day = search({ ...EVERYTHING, from: '2024-02-01', to: '2024-02-03' });
    expect(day.length).toBeGreaterThan(0);
    expect(day.every(({ openedAt }) => /^2024-02-0[123]/.test(new Date(openedAt).toISOString()))).toBe(true);
  });

  it('finds every word of the text in what is shown or noted, whatever the case and accents', () => {
    expect(search({ ...EVERYTHING, text: 'TRAIN facebook' }).length).toBeGreaterThan(0);
    expect(search({ ...EVERYTHING, text: 'train nowhere' })).toEqual([]);
    const inFrench = historySearch(rows, { texts: french, nameOf });
    expect(inFrench({ ...EVERYTHING, text: 'deconnecte' }).length).toBeGreaterThan(0);
    // On screen its hyphen is one that does not break.
    expect(inFrench({ ...EVERYTHING, text: 'peut-être' }).length).toBeGreaterThan(0);
  });

  it('does not narrow by a day that does not exist', () => {
    expect(search({ ...EVERYTHING, from: 'soon' })).toHaveLength(rows.length);
  });
});

describe('the timeline of an incident', () => {
  const incident = incidentOf(SAMPLE_VERDICTS.outage);
  const entries = timelineEntries(incident, SAMPLE_OBSERVATIONS, speech);

  it('puts what was seen, concluded and told in the order of time', () => {
    const times = entries.map(({ at }) => at);
    expect(times).toEqual(times.toSorted());
    expect(new Set(entries.map(({ kind }) => kind))).toEqual(new Set(['seen', 'verdict', 'told']));
  });

  it('says why a verdict changed', () => {
    const last = entries.findLast(({ kind }) => kind === 'verdict');
    expect(last?.detail).toBe('because: Many others were signed out of Facebook too.');
  });

  it('folds what was seen several times in a row', () => {
    expect(entries.find(({ text }) => text === 'Facebook refused the password.')?.count).toBe(2);
  });

  it('writes the day where it changes, not in every line', async () => {
    const at = (moment: string) => ({ ...SAMPLE_OBSERVATIONS[0], at: moment }) as Observation;
    const moments = ['2024-03-05T23:58:00.000Z', '2024-03-06T00:04:00.000Z', '2024-03-06T00:05:00.000Z'];
    const dull = { ...incident, verdicts: [], notices: [] };
    const seen = moments.map((moment, index) => ({ ...at(moment), service: SERVICES[index] }) as Observation);
    await show(<IncidentTimeline incident={dull} observations={seen} />);
    expect(all('.moment time').map(({ textContent }) => textContent)).toEqual([
      '23:58',
      '6 Mar 2024, 00:04',
      '00:05',
    ]);
  });
});
