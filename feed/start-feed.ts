import { randomBytes } from 'node:crypto';
import { pino } from 'pino';
import { GATE_REASONS, type GateReason } from './http/report-gate.ts';
import { daysLeft } from './keys/keyring.ts';
import { layoutOf } from './keys/layout.ts';
import { createMetrics } from './metrics/feed-metrics.ts';
import { createIngest } from './reports/ingest.ts';
import type { Role } from './settings/settings.ts';
import { createBoundedFetch } from './sources/bounded-fetch.ts';
import { SYSTEM_CLOCK } from './start/clock.ts';
import type { FeedOptions, RunningFeed } from './start/feed-options.ts';
import { keepBeating } from './start/keep-beating.ts';
import { createLoadMeter } from './start/load-meter.ts';
import { openCounts } from './start/open-counts.ts';
import { openFiles, publishKeys } from './start/open-files.ts';
import { openHeart } from './start/open-heart.ts';
import { openHistoryOf } from './start/open-history.ts';
import { openHttp } from './start/open-http.ts';
import { openKeys } from './start/open-keys.ts';
import { openPublishing } from './start/open-publishing.ts';
import { openWatching } from './start/open-watching.ts';
import { feedOf, openWitness } from './start/open-witness.ts';
import { readWatched } from './start/read-sources.ts';
import { orRefuse } from './start/refusal.ts';
import { sayChanges } from './start/say-changes.ts';
import { serveCurrent } from './start/serve-current.ts';

export type { FeedOptions, RunningFeed } from './start/feed-options.ts';

const DOES: Readonly<Record<Role, { takesReports: boolean; watches: boolean; publishes: boolean }>> = {
  all: { takesReports: true, watches: true, publishes: true },
  ingest: { takesReports: true, watches: false, publishes: false },
  publisher: { takesReports: false, watches: true, publishes: true },
  witness: { takesReports: false, watches: true, publishes: false },
};

const bracketed = (host: string): string => (host.includes(':') ? `[${host}]` : host);

/** Starts a node of the feed. @throws StartRefused with a sentence when it cannot */
export const startFeed = async (options: FeedOptions): Promise<RunningFeed> => {
  const { settings, clock = SYSTEM_CLOCK, random = Math.random } = options;
  const log = options.log ?? pino({ level: 'silent' });
  const now = (): number => clock.now();
  const does = DOES[settings.role];
  const layout = layoutOf(settings.data);
  const node = randomBytes(8).toString('hex');
  const say = sayChanges(log);

  const watched = options.watched ?? (await readWatched(settings.sources));
  const keys = await orRefuse(openKeys(layout, settings.role, now()));
  const files = await orRefuse(openFiles(layout, settings.objectStore, options.env ?? process.env));
  const history = openHistoryOf(layout, log);
  const counts = await openCounts(settings.redis, now, layout, say, options.leaseTime);
  const current = serveCurrent(files.feed, () => keys.current()?.keyset.roles.feed ?? null);
  const { services } = watched;
  const rate = (): number => current.payload()?.reporting.rate ?? 1;
  const ingest = does.takesReports
    ? createIngest({ store: counts.store, now, random, rate, services, node })
    : null;

  const gate = Object.fromEntries(GATE_REASONS.map((reason) => [reason, 0])) as Record<GateReason, number>;
  const metrics = createMetrics({
    feed: current.payload,
    keysDaysLeft() {
      const keyring = keys.current();
      return keyring && daysLeft(keyring, now());
    },
    reports() {
      const counters = ingest?.counters();
      return counters ? { ...counters, dropped: { ...counters.dropped, ...gate } } : null;
    },
    now,
    process: options.processMetrics ?? false,
  });

  const nothing = { ...watched, sources: [], probes: [] };
  const fetch = options.fetch ?? createBoundedFetch();
  const watching = openWatching(does.watches ? watched : nothing, fetch, history, metrics, say);
  const meter = createLoadMeter();
  const publishing = does.publishes
    ? openPublishing({
        node,
        counts,
        file: files.feed,
        keys,
        history,
        services,
        sees: watching.sees,
        witness: settings.witness,
        published: current.payload,
        ownLoad: (at) => (ingest ? meter(ingest.counters().received, at) : null),
      })
    : null;
  const heart = openHeart({ clock, current, publishing, metrics, log, say });
  const isWitness = settings.role === 'witness';
  const bases = settings.bases.length === 0 && isWitness ? await feedOf(layout) : settings.bases;
  const witness = isWitness ? openWitness(bases, { keys, history, watching, fetch, now, log }) : null;
  const desk = witness?.desk ?? null;

  const letGo = async (): Promise<void> => {
    await ingest?.close();
    if (publishing) await counts.lease.release(node);
    await counts.store.close();
    history.close();
  };
  await ingest?.ready;
  await current.look(now());
  publishing?.publisher.goOnFrom(current.feed());
  const dropped = (reason: GateReason): void => void (gate[reason] += 1);
  const listening = await openHttp({ settings, current, keys, ingest, desk, metrics, dropped, now }).catch(
    async (error: unknown) => {
      await letGo();
      throw error;
    },
  );
  const base = `http://${bracketed(settings.host)}:${listening.port}`;
  await keys.writeTrust(bases.length > 0 || isWitness ? bases : [base]);

  const offerKeys = async (): Promise<void> => {
    const keyring = keys.current();
    if (!files.keys || !keyring || !publishing) return;
    const there = await publishKeys(files.keys, keyring.keysetBytes);
    say('keys in the object store', there ? 'there' : 'not there', !there);
  };
  await offerKeys();

  const steps = {
    flush: async () => ingest?.flush(),
    look: async () => void (await Promise.all([watching.look(now()), witness?.look()])),
    beat: heart.beat,
  };
  const beating = keepBeating(steps, options.timers ?? true, log);
  log.info({ node, role: settings.role, base }, 'started');
  return {
    base,
    trustPath: layout.trust,
    sequence: () => current.payload()?.sequence ?? null,
    async reload() {
      const problem = await keys.reload();
      if (problem === null) log.info('the keys were taken up');
      else log.error({ problem }, 'the new keys cannot be used');
      await offerKeys();
    },
    async tick() {
      await steps.flush();
      await steps.look();
      await steps.beat();
    },
    async stop() {
      await beating.stop();
      await listening.close();
      await letGo();
      log.info('stopped');
    },
  };
};
