import type { BackgroundEvents } from '../browser/ports.ts';
import { FOLD_MS, holdsRequests } from '../sensing/requests/fold.ts';
import { ANSWER_WAIT_MS, SETTLE_MS } from '../sensing/session/ending.ts';
import { serviceOfUrl } from '../services/index.ts';
import { assessAndTell, RECHECK_ALARM } from './assess-and-tell.ts';
import { adoptFeed, obey } from './commands.ts';
import { heardFromContent } from './from-content.ts';
import { connectivityChanged } from './handle/connectivity.ts';
import { confirmEndings, settled } from './handle/confirm-endings.ts';
import { cookieChanged } from './handle/cookie-changed.ts';
import {
  navigationAnswered,
  navigationFailed,
  signInAnswered,
  signInSent,
  signOutSent,
} from './handle/requests.ts';
import { openIncident, watchedServices, type Job } from './job.ts';
import { askPages, asRoutine, lookAgain } from './look-again.ts';
import { claimFrontDoors, feedRead, frontDoorAnswered } from './measure.ts';
import { claimOfficial, officialRead } from './official.ts';
import type { Parts } from './parts.ts';
import { createQueue } from './queue.ts';
import { openJob, writeJob } from './run-job.ts';
import { dueReports, noteReports, REPORT_ALARM, reportSent } from './report.ts';
import { keepRetention } from './retention.ts';
import { sweepSessions } from './sweep.ts';
import { suspectWayBack } from './way-back.ts';

/** The alarm that stands behind the settling of pending endings, should the worker be killed meanwhile. */
export const SETTLE_ALARM = 'settle';
/** Re-checks nearer than this are timed by the worker itself: alarms come up to half a minute late. */
const BY_TIMER_MS = 30_000;
/** A little over the settling time, so that the look after it finds the ending settled. */
const SETTLE_CHECK_MS = SETTLE_MS + 20;
const ANSWER_CHECK_MS = ANSWER_WAIT_MS + 20;
/** The same for a run of requests that are logged as one. */
const FOLD_CHECK_MS = FOLD_MS + 20;
/** A page that has just been answered is asked what it shows when it has had time to stand. */
const PAGE_STANDS_MS = 1_500;

export interface Background extends BackgroundEvents {
  /** Resolves when all that was begun is done: for tests and for the demo. */
  idle(): Promise<void>;
}

/** Joins all use cases to one object that the entrypoint binds to the browser's events. */
export const createBackground = (parts: Parts): Background => {
  const queue = createQueue(parts.complain);
  const measuring = new Set<Promise<unknown>>();
  let swept = false;

  const run = <Result>(handler: (job: Job) => Result | Promise<Result>, started = false): Promise<Result> =>
    queue.run(async () => {
      const job = await openJob(parts);
      const before = { state: job.state, book: job.book };
      if (!swept || started) {
        swept = true;
        await sweepSessions(job, started);
      }
      const result = await handler(job);
      await finish(job, before);
      return result;
    });

  const finish = async (job: Job, before: Pick<Job, 'state' | 'book'>): Promise<void> => {
    suspectWayBack(job);
    const doors = claimFrontDoors(job);
    const official = await claimOfficial(job);
    await writeJob(job, before);
    await noteReports(job);
    if (job.state.pendings.length > 0)
      await awaitSettling(job.state.pendings.some(({ secondSign }) => secondSign !== undefined));
    if (holdsRequests(job.state.runs)) parts.later(FOLD_CHECK_MS, () => void run(() => null));
    if (job.log.length > 0 || job.reassess) {
      const written = job.state;
      const next = await assessAndTell(job);
      if (job.state !== written) await parts.run.write(job.state);
      if (next !== null && next - job.at < BY_TIMER_MS) parts.later(next - job.at, recheck);
    }
    for (const tab of job.askAgain) void parts.tabs.askForPage(tab).catch(parts.complain);
    for (const door of doors)
      measure(parts.frontDoor.ask(door), (later, answer) => frontDoorAnswered(later, door.id, answer));
    if (official.length > 0)
      measure(parts.official.read(official, job.at), (later, read) => officialRead(later, official, read));
    if (job.suspects.size > 0) readFeed(job.routine ? 'routine' : 'event', job);
  };

  /** Waits for a measurement outside the queue and handles its answer as a job of its own. */
  const measure = <Answer>(
    asked: Promise<Answer>,
    handle: (job: Job, answer: Answer) => void | Promise<void>,
  ): void => {
    const handled = asked.then((answer) => run((job) => handle(asRoutine(job), answer)));
    const done = handled.catch(parts.complain);
    measuring.add(done);
    void done.finally(() => measuring.delete(done));
  };

  const readFeed = (why: 'event' | 'routine', job: Job): void => {
    const services = watchedServices(parts.services, job.settings).map(({ id }) => id);
    measure(parts.feed.refresh(job.settings.feed, why, services, job.at), (later, reading) => {
      feedRead(later, reading);
      if (!reading.standing) parts.changed();
    });
  };

  const awaitSettling = async (signed: boolean): Promise<void> => {
    parts.later(SETTLE_CHECK_MS, settle);
    if (signed) parts.later(ANSWER_CHECK_MS, settle);
    await parts.alarms.set(SETTLE_ALARM, parts.now() + BY_TIMER_MS);
  };
  const settle = (): void => void run((job) => sweepSessions(job, false));
  const recheck = (): void =>
    void run(async (job) => {
      lookAgain(job);
      await askPages(job);
    });

  const sendReports = (): void =>
    void run(async (job) => {
      for (const waiting of await dueReports(job))
        measure(parts.feed.report(job.settings.feed, waiting.report), (later, ok) =>
          reportSent(later, waiting, ok),
        );
    });

  const background: Background = {
    cookieChanged: (change) => void run((job) => cookieChanged(job, change)),
    sessionCookieDeletedByServer: (seen) =>
      void run(async (job) => {
        const deletedByServerAt = { ...job.state.deletedByServerAt, [seen.service]: job.at };
        job.state = { ...job.state, deletedByServerAt };
        await confirmEndings(job, settled(job));
      }),
    navigationAnswered: (seen) =>
      void run((job) => {
        navigationAnswered(job, seen);
        readFeed('routine', job);
        // A signed-in person's page does not report itself: while something is open it is asked.
        if (openIncident(job, seen.service))
          parts.later(PAGE_STANDS_MS, () => void parts.tabs.askForPage(seen.tabId));
      }),
    navigationFailed: (seen) => void run((job) => navigationFailed(job, seen)),
    signInSent: (seen) => void run((job) => signInSent(job, seen.service)),
    signInAnswered: (seen) => void run((job) => signInAnswered(job, seen)),
    signOutSent: (seen) => void run((job) => signOutSent(job, seen)),
    connectivityChanged: (online) => void run((job) => connectivityChanged(job, online)),
    alarm: (name) => {
      if (name === SETTLE_ALARM) settle();
      if (name === RECHECK_ALARM) recheck();
      if (name === REPORT_ALARM) sendReports();
    },
    tabRemoved: (tabId) =>
      void run((job) => {
        const { [tabId]: _gone, ...tabPages } = job.state.tabPages;
        if (_gone) job.state = { ...job.state, tabPages };
      }),
    notificationClicked: (id) => void parts.tabs.openPopup(id).catch(parts.complain),
    fromContent: (message, sender) => {
      const service = serviceOfUrl(sender.url)?.id;
      if (service === undefined) return Promise.resolve(null);
      return run((job) => heardFromContent(job, service, message, sender));
    },
    fromPages: async (message) => {
      // What it takes to try a feed must not hold the queue up.
      const refused = message.type === 'use-feed' ? await adoptFeed(parts, message) : null;
      if (refused) return refused;
      return run(async (job) => {
        const { feed } = job.settings;
        const done = await obey(job, message);
        if (message.type === 'check-again' || message.type === 'signed-out') await askPages(job);
        if (message.type === 'refresh' || message.type === 'use-feed' || job.settings.feed !== feed)
          readFeed('routine', job);
        return done;
      });
    },
    installed: (reason) =>
      void run(async (job) => {
        await parts.tabs.registerSensors();
        const tabs = await parts.tabs.ofServices(watchedServices(parts.services, job.settings));
        await Promise.all(tabs.map((tab) => parts.tabs.injectSensor(tab)));
        if (reason === 'install') await parts.tabs.openWelcome();
      }),
    browserStarted: () =>
      void run(async (job) => {
        await keepRetention(job);
        // The browser may have forgotten the alarms of what was open when it ended.
        if (job.open.length > 0) lookAgain(job);
      }, true),
    async idle() {
      await queue.idle();
      while (measuring.size > 0) {
        await Promise.all(measuring);
        await queue.idle();
      }
    },
  };
  return background;
};
