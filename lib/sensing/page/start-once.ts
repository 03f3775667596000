interface Running {
  readonly alive: () => boolean;
  readonly stop: () => void;
}

/** In the script's own world, which the page cannot see. */
const KEY = 'outageOrHackedPageSensor';

/**
 * Starts something unless it runs already in this document: the same script is injected into tabs that were open
 * before the extension. What an earlier version of the extension left behind is stopped and replaced.
 */
export const startOnce = (world: object, alive: () => boolean, start: () => () => void): void => {
  const before = (world as Record<string, Running | undefined>)[KEY];
  if (before?.alive()) return;
  before?.stop();
  Object.assign(world, { [KEY]: { alive, stop: start() } satisfies Running });
};
