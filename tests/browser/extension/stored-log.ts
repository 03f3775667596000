/** The log as the extension keeps it, oldest first. To be run in one of the extension's own pages: it closes over nothing. */
export const storedLog = (): Promise<unknown[]> =>
  new Promise<unknown[]>((resolve, reject) => {
    const opening = indexedDB.open('outage-or-hacked');
    opening.onerror = () => reject(new Error('the log cannot be opened'));
    opening.onsuccess = () => {
      const all = opening.result.transaction('observations').objectStore('observations').getAll();
      all.onsuccess = () =>
        resolve(all.result.map(({ observation }: { observation: unknown }) => observation));
      opening.result.close();
    };
  });
