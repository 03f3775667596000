import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openHistory } from '../../../feed/store/history.ts';
import { SCHEMA_VERSION } from '../../../feed/store/history/open-database.ts';
import { calmEntry, outageEntry } from '../../platform/feed/sample-payload.ts';

let folder: string;
let path: string;
const NOW = Date.UTC(2026, 10, 24, 9);

/** A database as the first version left it. */
const FIRST_VERSION = `
  CREATE TABLE crowd_state (service TEXT PRIMARY KEY, at INTEGER NOT NULL, state TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE sequence (one INTEGER PRIMARY KEY CHECK (one = 1), last INTEGER NOT NULL) STRICT;
  CREATE TABLE entry (
    service TEXT NOT NULL, at INTEGER NOT NULL, entry TEXT NOT NULL, PRIMARY KEY (service, at)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX entry_at ON entry (at);
  INSERT INTO sequence VALUES (1, 7);
  INSERT INTO crowd_state VALUES ('x', 1, '{"a":1}');
  PRAGMA user_version = 1;`;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'feed-history-'));
  path = join(folder, 'feed.sqlite');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('the history', () => {
  it('remembers states, the sequence and entries when it is opened again', () => {
    const first = openHistory(path);
    expect(first.setAside).toBeNull();
    expect(first.saveCrowdStates(new Map([['facebook', { usual: [1, 2.5] }]]), NOW)).toEqual({
      ok: true,
      value: null,
    });
    first.saveSequence(1_700_000_000);
    first.appendEntry('facebook', NOW, outageEntry(NOW));
    first.close();
    const second = openHistory(path);
    expect(second.setAside).toBeNull();
    expect(second.crowdState('facebook')).toEqual({ usual: [1, 2.5] });
    expect(second.crowdState('x')).toBeNull();
    expect(second.lastSequence()).toBe(1_700_000_000);
    expect(second.recentEntries('facebook', 0)).toEqual([{ at: NOW, entry: outageEntry(NOW) }]);
    second.close();
  });

  it('has the sequence 0 at first, and never lets it fall', () => {
    const history = openHistory(path);
    expect(history.lastSequence()).toBe(0);
    history.saveSequence(10);
    history.saveSequence(9);
    expect(history.lastSequence()).toBe(10);
    history.close();
    const again = openHistory(path);
    expect(again.lastSequence()).toBe(10);
    again.close();
  });

  it('keeps the state of all services or of none', () => {
    const history = openHistory(path);
    history.saveCrowdStates(
      new Map([
        ['facebook', 1],
        ['x', 1],
      ]),
      NOW,
    );
    const hostile = new Map<'facebook' | 'x', unknown>([
      ['facebook', 2],
      [
        'x',
        {
          toJSON: () => {
            throw new Error('not JSON');
          },
        },
      ],
    ]);
    expect(() => history.saveCrowdStates(hostile, NOW)).toThrow('not JSON');
    expect([history.crowdState('facebook'), history.crowdState('x')]).toEqual([1, 1]);
    history.saveCrowdStates(new Map([['x', 3]]), NOW);
    expect([history.crowdState('facebook'), history.crowdState('x')]).toEqual([1, 3]);
    history.close();
  });

  it('tells the entries of one service since a moment, oldest first, and lets go of older ones', () => {
    const history = openHistory(path);
    for (const minutes of [3, 1, 2]) history.appendEntry('x', NOW + minutes * 60_000, calmEntry());
    history.appendEntry('threads', NOW + 60_000, calmEntry());
    history.appendEntry('x', NOW + 60_000, outageEntry(NOW));
    const times = (): number[] => history.recentEntries('x', NOW).map(({ at }) => (at - NOW) / 60_000);
    expect(times()).toEqual([1, 2, 3]);
    expect(history.recentEntries('x', NOW)[0]?.entry.status).toBe('outage');
    expect(history.recentEntries('x', NOW + 120_000)).toHaveLength(2);
    history.prune(NOW + 120_000);
    expect(times()).toEqual([2, 3]);
    expect(history.recentEntries('threads', 0)).toEqual([]);
    history.close();
  });

  it('leaves out entries that no longer fit, and states that are no JSON', () => {
    const history = openHistory(path);
    history.appendEntry('x', NOW, calmEntry());
    history.saveCrowdStates(new Map([['x', 1]]), NOW);
    const stranger = new DatabaseSync(path);
    stranger.exec(`INSERT INTO entry VALUES ('x', ${NOW + 1}, '{"status":"fine"}'), ('x', ${NOW + 2}, '{');
      UPDATE crowd_state SET state = '{'`);
    stranger.close();
    expect(history.recentEntries('x', 0)).toHaveLength(1);
    expect(history.crowdState('x')).toBeNull();
    history.close();
  });
});

describe('a history that cannot be used', () => {
  const begunAnew = async (reason: 'corrupt' | 'newer', before: Buffer): Promise<void> => {
    const history = openHistory(path);
    expect(history.setAside).toEqual({ reason, keptAs: `${path}.${reason}-1` });
    expect(history.lastSequence()).toBe(0);
    expect(history.saveSequence(3)).toEqual({ ok: true, value: null });
    history.close();
    expect(Buffer.compare(await readFile(`${path}.${reason}-1`), before)).toBe(0);
    const again = openHistory(path);
    expect(again.setAside).toBeNull();
    expect(again.lastSequence()).toBe(3);
    again.close();
  };

  it.each([
    ['text', Buffer.from('this is no database, but it is long enough to look at'.repeat(40))],
    ['random bytes', Buffer.alloc(20_000, 'f7a1')],
  ])('is set aside whole and said so when it is %s', async (_, content) => {
    await writeFile(path, content);
    await begunAnew('corrupt', content);
  });

  it('is set aside when its pages are damaged', async () => {
    const history = openHistory(path);
    for (let minute = 0; minute < 60; minute += 1) history.appendEntry('x', NOW + minute, outageEntry(NOW));
    history.close();
    const content = await readFile(path);
    content.fill(0xaa, 8192, content.length - 4096);
    await writeFile(path, content);
    await begunAnew('corrupt', content);
  });

  it('is set aside when another program made it', async () => {
    const other = new DatabaseSync(path);
    other.exec('CREATE TABLE songs (name TEXT)');
    other.close();
    await begunAnew('corrupt', await readFile(path));
  });

  it('is set aside when a newer version of the server made it', async () => {
    openHistory(path).close();
    const newer = new DatabaseSync(path);
    newer.exec(`PRAGMA user_version = ${SCHEMA_VERSION + 1}`);
    newer.close();
    await begunAnew('newer', await readFile(path));
  });

  it('is taken up when the first version of the server made it', () => {
    const old = new DatabaseSync(path);
    old.exec(FIRST_VERSION);
    old.close();
    const history = openHistory(path);
    expect(history.setAside).toBeNull();
    expect(history.lastSequence()).toBe(7);
    expect(history.crowdState('x')).toEqual({ a: 1 });
    expect(history.sights()).toBeNull();
    expect(history.saveSights({ looks: [] })).toEqual({ ok: true, value: null });
    history.close();
    const again = openHistory(path);
    expect(again.sights()).toEqual({ looks: [] });
    again.close();
  });

  it('never takes the place of one that was set aside before', async () => {
    for (const content of ['first', 'second']) {
      await writeFile(path, content.repeat(500));
      openHistory(path).close();
    }
    const kept = (await readdir(folder)).filter((name) => name.includes('corrupt')).sort();
    expect(kept).toEqual(['feed.sqlite.corrupt-1', 'feed.sqlite.corrupt-2']);
    expect((await readFile(join(folder, kept[0] ?? ''), 'utf8')).slice(0, 5)).toBe('first');
  });

  it('is an error when there is no such folder', () => {
    expect(() => openHistory(join(folder, 'missing', 'feed.sqlite'))).toThrow();
  });

  it('says that it is full instead of failing, and keeps what it had', () => {
    const history = openHistory(path);
    history.saveSequence(7);
    history.appendEntry('x', NOW, calmEntry());
    history.close();
    const limited = openHistory(path, { pages: 12 });
    let result = limited.appendEntry('x', NOW + 1, outageEntry(NOW));
    for (let minute = 2; minute < 500 && result.ok; minute += 1)
      result = limited.appendEntry('x', NOW + minute, outageEntry(NOW));
    expect(result).toEqual({ ok: false, fault: 'full' });
    expect(limited.lastSequence()).toBe(7);
    expect(limited.recentEntries('x', 0).length).toBeGreaterThan(1);
    limited.close();
  });

  it('says that it is unreachable while another process holds it, and goes on after', () => {
    const history = openHistory(path, { patience: 50 });
    const other = new DatabaseSync(path);
    other.exec('BEGIN EXCLUSIVE');
    expect(history.saveSequence(5)).toEqual({ ok: false, fault: 'unreachable' });
    other.exec('COMMIT');
    other.close();
    expect(history.saveSequence(6)).toEqual({ ok: true, value: null });
    history.close();
  });

  it('has what was written when the process is killed at that very moment', async () => {
    const module = new URL('../../../feed/store/history.ts', import.meta.url).href;
    const script = `
      import { openHistory } from ${JSON.stringify(module)};
      const history = openHistory(${JSON.stringify(path)});
      for (let sequence = 1; ; sequence += 1) {
        history.saveSequence(sequence);
        process.stdout.write(sequence + '\\n');
      }`;
    const writer = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    let said = 0;
    for await (const line of createInterface({ input: writer.stdout })) {
      said = Number(line);
      if (said === 20) writer.kill('SIGKILL');
    }
    expect(said).toBeGreaterThanOrEqual(20);
    const history = openHistory(path);
    expect(history.lastSequence()).toBeGreaterThanOrEqual(said);
    history.close();
  });
});
