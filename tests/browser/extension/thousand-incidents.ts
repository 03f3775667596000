import type { Incident } from '../../../lib/model/incident.ts';
import type { BrowserUnderTest } from '../harness/browser-under-test.ts';

/**
 * Puts copies of an incident into the store, an hour back from each other and over. The index of summaries is not
 * touched: the extension finds it out of step and makes it anew.
 */
export const multiplyIncident = (
  browser: BrowserUnderTest,
  incident: Incident,
  count: number,
): Promise<void> =>
  browser.inExtension(
    (original, copies) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('outage-or-hacked');
        opening.onerror = () => reject(new Error('the incidents cannot be opened'));
        opening.onsuccess = () => {
          const writing = opening.result.transaction('incidents', 'readwrite');
          for (let copy = 1; copy <= copies; copy += 1) {
            const openedAt = new Date(Date.parse(original.openedAt) - copy * 3_600_000).toISOString();
            const closed = { ...original, openedAt, closedAt: openedAt, closedBy: 'user' };
            writing.objectStore('incidents').put({ ...closed, id: `copy-${copy}` });
          }
          writing.oncomplete = () => {
            opening.result.close();
            resolve();
          };
          writing.onerror = () => reject(new Error('the incidents cannot be written'));
        };
      }),
    incident,
    count,
  );
