import { EMPTY_RUN_STATE, type RunState } from '../../../lib/app/run-state.ts';
import type { Incident } from '../../../lib/model/incident.ts';
import type { Observation } from '../../../lib/model/observation.ts';
import type { BrowserUnderTest } from '../harness/browser-under-test.ts';
import { readLog } from './popup-view.ts';

/** The incidents as the extension keeps them. */
export const readIncidents = (browser: BrowserUnderTest): Promise<Incident[]> =>
  browser.inExtension(
    () =>
      new Promise<Incident[]>((resolve, reject) => {
        const opening = indexedDB.open('outage-or-hacked');
        opening.onerror = () => reject(new Error('the incidents cannot be opened'));
        opening.onsuccess = () => {
          const all = opening.result.transaction('incidents').objectStore('incidents').getAll();
          all.onsuccess = () => resolve(all.result as Incident[]);
          opening.result.close();
        };
      }),
  );

/** What the background remembers while the browser runs. */
export const readRunState = async (browser: BrowserUnderTest): Promise<RunState> => {
  const { run } = await browser.inExtension(() => chrome.storage.session.get<{ run?: RunState }>('run'));
  return run ?? EMPTY_RUN_STATE;
};

/** The ends of sessions in the log. */
export const loggedEnds = async (browser: BrowserUnderTest): Promise<Observation[]> =>
  ((await readLog(browser)) as Observation[]).filter(
    (seen) => seen.kind === 'session' && seen.change === 'ended',
  );

/** What was told of an incident by toast or notification, as `channel cause alarm`, in order. */
export const toldOf = ({ notices }: Incident): string[] =>
  notices.map(({ channel, cause, alarm }) => `${channel} ${cause} ${alarm}`);

/** Words that stand there more than once: what was told twice. */
export const repeatedIn = (told: readonly string[]): string[] =>
  told.filter((word, index) => told.indexOf(word) !== index);

/** Waits until the background has noted that a session cookie is gone, which counts as an end only later. */
export const pendingEnd = (browser: BrowserUnderTest): Promise<void> =>
  browser.inExtension(async () => {
    const noted = async (): Promise<boolean> => {
      const { run } = await chrome.storage.session.get<{ run?: { pendings: unknown[] } }>('run');
      return (run?.pendings ?? []).length > 0;
    };
    while (!(await noted())) await new Promise((resolve) => setTimeout(resolve, 10));
  });
