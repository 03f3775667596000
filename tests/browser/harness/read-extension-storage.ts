/** Runs in a page of the extension: everything that it keeps anywhere, as one JSON text. */
export const readExtensionStorage = async (): Promise<string> => {
  const open = (name: string): Promise<IDBDatabase> =>
    new Promise((resolve, reject) => {
      const request = indexedDB.open(name);
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error(`the database ${name} can't be opened`));
      };
    });
  const everything = (store: IDBObjectStore, what: 'getAll' | 'getAllKeys'): Promise<unknown> =>
    new Promise((resolve, reject) => {
      const request = store[what]();
      request.onsuccess = () => {
        resolve(request.result);
      };
      request.onerror = () => {
        reject(new Error(`the store ${store.name} can't be read`));
      };
    });
  const databases: Record<string, unknown> = {};
  for (const { name } of await indexedDB.databases()) {
    if (name === undefined) continue;
    const database = await open(name);
    const stores: Record<string, unknown> = {};
    for (const storeName of database.objectStoreNames) {
      const store = database.transaction(storeName).objectStore(storeName);
      stores[storeName] = [await everything(store, 'getAllKeys'), await everything(store, 'getAll')];
    }
    databases[name] = stores;
    database.close();
  }
  return JSON.stringify({
    local: await chrome.storage.local.get(null),
    session: await chrome.storage.session.get(null),
    localStorage: { ...localStorage },
    caches: await caches.keys(),
    databases,
  });
};
