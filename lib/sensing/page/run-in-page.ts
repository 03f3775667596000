import type { FromContent } from '../../messaging/from-content.ts';
import type { ToContent } from '../../messaging/to-content.ts';
import type { ServicePages } from '../../services/page-mark.ts';
import { classifyPage } from '../classify-page.ts';
import { readSnapshot } from '../read-snapshot.ts';
import { awaitOutcome } from './await-outcome.ts';
import { countFailures } from './failed-requests.ts';
import { watchNavigation } from './navigation.ts';
import { startPageSensor } from './page-sensor.ts';
import { watchSignIn } from './sent-sign-in.ts';
import { startOnce } from './start-once.ts';

/** How a content script talks to the background; see `lib/browser/content-port.ts`. */
export interface SensorPort {
  alive(): boolean;
  send(message: FromContent): void;
  listen(listener: (message: ToContent) => boolean): () => void;
}

/** Runs the page sensor in this document, once, if it is the top frame of one of these services. */
export const runInPage = (watched: readonly ServicePages[], port: SensorPort): void => {
  const pages = watched.find(({ mainHosts }) => mainHosts.test(location.hostname));
  if (!pages || window.top !== window) return;
  const look = () => classifyPage(readSnapshot(document, location, pages)).page;
  let since = 0;

  startOnce(globalThis, port.alive, () =>
    startPageSensor({
      look,
      send: port.send,
      alive: port.alive,
      failures: () => {
        const timings = performance.getEntriesByType('resource') as PerformanceResourceTiming[];
        const failures = countFailures(timings, location.origin, since);
        since = performance.now();
        return failures;
      },
      onNavigation: (settled) => watchNavigation(window, settled),
      onAsked: (asked) =>
        port.listen(({ type }) => {
          const isMine = type === 'report-page';
          if (isMine) asked();
          return isMine;
        }),
      onSignIn: (sent) => watchSignIn(document, sent, () => performance.now()),
      awaitOutcome: (outcome) => awaitOutcome(document, look, outcome),
    }),
  );
};
