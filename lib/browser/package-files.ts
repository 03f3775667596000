import { browser } from './extension-api.ts';

/** Reads a JSON file of the package by its path from the root, e.g. `text/fr.json`. Rejects when it cannot. */
export const fetchPackageJson = async (path: string): Promise<unknown> => {
  const answer = await fetch(browser.runtime.getURL(`/${path}`));
  return answer.json();
};
