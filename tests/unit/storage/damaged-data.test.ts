import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createIncidentStore } from '../../../lib/storage/incident-store.ts';
import type { Connection } from '../../../lib/storage/open-connection.ts';
import { createObservationLog } from '../../../lib/storage/observation-log.ts';
import type { StoreName } from '../../../lib/storage/stored-schema.ts';
import { freshName, openTestDatabase, rawConnection } from './open-test-database.ts';
import { incidentOf, MINUTE, NOON, pageSeen } from './sample-data.ts';

const LATER = NOON + 1000 * MINUTE;

const setup = async () => {
  const name = freshName();
  const database = await openTestDatabase({ name });
  const raw: Connection = await rawConnection(name);
  const told: number[] = [];
  const options = { onSetAside: async (count: number) => void told.push(count), now: () => LATER };
  return {
    raw,
    told,
    /** Puts anything anywhere. */
    plant: (store: StoreName, ...values: unknown[]) =>
      Promise.all(values.map((value) => raw.put(store, value as never))),
    log: createObservationLog(database, options),
    incidents: createIncidentStore(database, options),
  };
};

describe('a log with damaged entries', () => {
  it.each([
    ['an unknown kind', { at: NOON, observation: { ...pageSeen(NOON), kind: 'thought' } }],
    ['a field too much', { at: NOON, observation: { ...pageSeen(NOON), url: 'x' } }],
    ['a half-written value', { at: NOON, observation: { at: pageSeen(NOON).at } }],
    ['no observation', { at: NOON }],
    ['garbage in its place', { at: NOON, observation: 'garbage' }],
    ['another time than it is filed under', { at: NOON, observation: pageSeen(NOON + 1) }],
  ])('sets aside one with %s, tells of it, and reads the others', async (_what, damaged) => {
    const { log, plant, raw, told } = await setup();
    await log.append([pageSeen(NOON), pageSeen(NOON + 1)]);
    await plant('observations', damaged);

    expect(await log.read(NOON, NOON + 1)).toEqual([pageSeen(NOON), pageSeen(NOON + 1)]);

    expect(told).toEqual([1]);
    const kept = await raw.getAll('set-aside');
    expect(kept).toMatchObject([{ from: 'observations', at: LATER, value: damaged }]);
    expect(await raw.count('observations')).toBe(2);
    expect(await log.read(NOON, NOON + 1)).toHaveLength(2);
    expect(told).toEqual([1]);
  });

  it.each([
    ['no time', { observation: pageSeen(NOON) }],
    ['a time that is a text', { at: 'noon', observation: pageSeen(NOON) }],
    ['a time that is no number', { at: Number.NaN, observation: pageSeen(NOON) }],
  ])('sets aside one with %s when it is pruned, for no reading would ever meet it', async (_what, stray) => {
    const { log, plant, raw, told } = await setup();
    await log.append([pageSeen(NOON)]);
    await plant('observations', stray);
    expect(await log.read(-Infinity, Infinity)).toEqual([pageSeen(NOON)]);
    await log.prune(0);
    expect(told).toEqual([1]);
    expect(await raw.getAll('set-aside')).toMatchObject([{ from: 'observations', value: stray }]);
    expect(await raw.count('observations')).toBe(1);
  });

  it('never throws and loses nothing, whatever lies in it', async () => {
    const { log, plant, raw } = await setup();
    const anything = fc.record({ at: fc.anything({ maxDepth: 1 }), observation: fc.anything() });
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { maxLength: 5 }), async (values) => {
        await log.erase();
        const cloneable = values.map((value) => JSON.parse(JSON.stringify(value)) as object);
        await plant('observations', ...cloneable);
        const fresh = createObservationLog(await openTestDatabase({ name: raw.name }));
        const read = await fresh.read(-Infinity, Infinity);
        await fresh.prune(0);
        const left = (await raw.count('observations')) + (await raw.count('set-aside'));
        expect(left).toBe(cloneable.length);
        expect(read).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  it('reads on when the damaged entry cannot be moved', async () => {
    const { log, plant, raw, told } = await setup();
    await log.append([pageSeen(NOON)]);
    await plant('observations', { at: NOON, observation: null });
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(() => {
      throw new DOMException('read only', 'InvalidStateError');
    });
    expect(await log.read(NOON, NOON)).toEqual([pageSeen(NOON)]);
    expect(told).toEqual([1]);
    expect(await raw.count('observations')).toBe(2);
  });

  it('forgets what was set aside when it is erased, or too old', async () => {
    const { log, plant, raw } = await setup();
    await plant('observations', { at: NOON, observation: null });
    await log.read(NOON, NOON);
    await log.prune(LATER);
    expect(await raw.count('set-aside')).toBe(1);
    await log.prune(LATER + 1);
    expect(await raw.count('set-aside')).toBe(0);
    await plant('observations', { at: NOON, observation: null });
    await log.read(NOON, NOON);
    await log.erase();
    expect(await raw.count('set-aside')).toBe(0);
  });
});

describe('incidents with damaged entries', () => {
  const damaged = { ...incidentOf('bad', NOON), verdicts: 'gone' };

  it('sets one aside when it is read, tells of it, and gives the others', async () => {
    const { incidents, plant, raw, told } = await setup();
    await incidents.put([incidentOf('bad', NOON, { closedAt: null }), incidentOf('good', NOON)]);
    await plant('incidents', damaged);

    expect(await incidents.get('bad')).toBeNull();

    expect(await incidents.open()).toEqual([]);
    expect((await incidents.list({})).map((one) => one.id)).toEqual(['good']);
    expect(told).toEqual([1]);
    expect(await raw.getAll('set-aside')).toMatchObject([{ from: 'incidents', value: damaged }]);
  });

  const DAY = '2024-03-05';
  const A = {
    id: 'a',
    service: 'facebook',
    openedAt: NOON,
    closedAt: NOON,
    cause: 'outage',
    certainty: 'confident',
    alarm: 'none',
    note: 'x',
  };

  it.each([
    ['cannot be read', { day: DAY, summaries: [{ ...A, cause: 'magic' }] }],
    ['is garbage', { day: DAY, summaries: 'garbage' }],
    ['is empty', { day: DAY, summaries: [] }],
    ['holds one too many', { day: '2024-03-06', summaries: [{ ...A, id: 'ghost' }] }],
    ['holds one twice', { day: DAY, summaries: [A, A] }],
    ['of the open ones holds a closed one', { day: 'open', summaries: [A] }],
    ['of the open ones cannot be read', { day: 'open' }],
  ])('makes the summaries again when a page of them %s', async (_what, page) => {
    const { incidents, plant, told } = await setup();
    await incidents.put([incidentOf('a', NOON, { note: 'mine' }), incidentOf('b', NOON + 1)]);
    await plant('incident-summaries', page);
    expect(await incidents.summaries({ text: 'mine' })).toMatchObject([{ id: 'a', openedAt: NOON }]);
    expect((await incidents.summaries({})).map((one) => one.id)).toEqual(['b', 'a']);
    expect(await incidents.open()).toEqual([]);
    expect(told).toEqual([]);
  });

  it('lists those since a day without a look at the pages before it', async () => {
    const { incidents, plant, raw } = await setup();
    await incidents.put([
      incidentOf('old', NOON - 86_400_000),
      incidentOf('a', NOON),
      incidentOf('b', NOON + 1),
    ]);
    const garbage = { day: '2024-03-04', summaries: 'garbage' };
    await plant('incident-summaries', garbage);
    expect((await incidents.list({ from: NOON, limit: 10 })).map((one) => one.id)).toEqual(['b', 'a']);
    expect(await raw.get('incident-summaries', '2024-03-04')).toEqual(garbage);
    await plant('incident-summaries', { day: DAY, summaries: 'garbage' });
    expect((await incidents.list({ from: NOON + 1 })).map((one) => one.id)).toEqual(['b']);
    expect(await raw.get('incident-summaries', '2024-03-04')).not.toEqual(garbage);
  });

  it('finds the open ones again when their page is lost', async () => {
    const { incidents, raw } = await setup();
    await incidents.put([incidentOf('a', NOON, { closedAt: null }), incidentOf('b', NOON + 1)]);
    await raw.delete('incident-summaries', 'open');
    expect((await incidents.open()).map((one) => one.id)).toEqual(['a']);
  });

  it('makes the summaries again when they hold an incident that is gone', async () => {
    const { incidents, raw } = await setup();
    await incidents.put([incidentOf('a', NOON), incidentOf('b', NOON + 1)]);
    await raw.delete('incidents', 'a');
    expect((await incidents.summaries({})).map((one) => one.id)).toEqual(['b']);
  });

  it('are summarised on a disk that cannot be written', async () => {
    const { incidents, raw } = await setup();
    await incidents.put([incidentOf('a', NOON, { closedAt: null }), incidentOf('b', NOON + 1)]);
    await raw.clear('incident-summaries');
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    expect((await incidents.summaries({})).map((one) => one.id)).toEqual(['b', 'a']);
    expect((await incidents.open()).map((one) => one.id)).toEqual(['a']);
  });

  it('moves an incident whose time of opening changes', async () => {
    const { incidents, raw } = await setup();
    await incidents.put([incidentOf('a', NOON)]);
    await incidents.put([incidentOf('a', NOON + 1440 * MINUTE)]);
    expect((await incidents.summaries({})).map((one) => one.openedAt)).toEqual([NOON + 1440 * MINUTE]);
    expect(await raw.getAllKeys('incident-summaries')).toEqual(['2024-03-06', 'open']);
  });

  it('does not summarise one any longer that was set aside', async () => {
    const { incidents, plant } = await setup();
    await incidents.put([incidentOf('bad', NOON), incidentOf('good', NOON)]);
    expect(await incidents.summaries({})).toHaveLength(2);
    await plant('incidents', damaged);
    expect(await incidents.get('bad')).toBeNull();
    expect((await incidents.summaries({})).map((one) => one.id)).toEqual(['good']);
  });

  it('leaves what was set aside from elsewhere when one store is erased', async () => {
    const { incidents, log, plant, raw } = await setup();
    await plant('incidents', damaged);
    await plant('observations', { at: NOON, observation: null });
    await log.read(NOON, NOON);
    await incidents.get('bad');
    await log.erase();
    expect(await raw.getAll('set-aside')).toMatchObject([{ from: 'incidents' }]);
    await incidents.erase();
    expect(await raw.count('set-aside')).toBe(0);
  });

  it('sets aside what it cannot summarise', async () => {
    const { incidents, plant, raw, told } = await setup();
    await incidents.put([incidentOf('a', NOON)]);
    await plant('incidents', damaged, { id: 'worse' });
    expect((await incidents.summaries({})).map((one) => one.id)).toEqual(['a']);
    expect(told).toEqual([2]);
    expect(await raw.count('set-aside')).toBe(2);
  });
});
