import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { OTHER_HOST, STATUS_HOST } from '../../platform/hosts.ts';
import { openPlainDoor } from '../../platform/plain-door.ts';
import type { Platform } from '../../platform/start-platform.ts';

/** What a feed server looks at when the platform is its world. */
export interface WatchedPlatform {
  /** The path of a sources file: the platform's status page, its front doors, a site beside them. */
  readonly sources: string;
  close(): Promise<void>;
}

/** Writes into `folder` the sources file with which a feed server watches the platform. Facebook has an official page. */
export const watchPlatform = async (platform: Platform, folder: string): Promise<WatchedPlatform> => {
  const door = await openPlainDoor(platform.ask);
  const sources = join(folder, 'sources.json');
  const file = {
    format: 'outage-or-hacked/sources@1',
    sources: [
      {
        kind: 'metastatus-json',
        name: 'metastatus',
        base: door.at(STATUS_HOST),
        everySeconds: 30,
        orgs: [{ org: 'facebook-login', service: 'facebook' }],
      },
    ],
    probes: [
      {
        kind: 'sign-in-page',
        service: 'facebook',
        everySeconds: 30,
        url: `${door.at('www.facebook.com')}login/`,
      },
    ],
    ownNetwork: [door.at(OTHER_HOST)],
  };
  await writeFile(sources, JSON.stringify(file));
  return { sources, close: door.close };
};
