const NAME = 'stored-data-changed';

/** Tells the extension's open pages that stored data changed. Reaches this extension's own contexts only. */
export const announceChange = (): void => {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(null);
  channel.close();
};

/** Calls back when stored data changed; returns the way to stop. */
export const onChangeAnnounced = (listener: () => void): (() => void) => {
  const channel = new BroadcastChannel(NAME);
  channel.addEventListener('message', listener);
  return () => channel.close();
};
