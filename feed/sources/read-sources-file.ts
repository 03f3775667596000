import { misfitOf } from '../../lib/model/issue-words.ts';
import { z, type Infer } from '../../lib/model/zod.ts';
import { frontDoor, frontDoorSettings } from '../probes/front-door.ts';
import { createOwnNetwork, type OwnNetwork } from '../probes/own-network.ts';
import { signInPage, signInPageSettings } from '../probes/sign-in-page.ts';
import { metastatusJson, metastatusJsonSettings } from './metastatus-json.ts';
import { metastatusRss, metastatusRssSettings } from './metastatus-rss.ts';
import { rssAtom, rssAtomSettings } from './rss-atom.ts';
import type { Probe, Source } from './source.ts';
import { sourceAddress } from './source-fields.ts';
import { statuspageV2, statuspageV2Settings } from './statuspage-v2.ts';

const sourceSettings = z.discriminatedUnion('kind', [
  metastatusJsonSettings,
  metastatusRssSettings,
  statuspageV2Settings,
  rssAtomSettings,
]);

const probeSettings = z.discriminatedUnion('kind', [frontDoorSettings, signInPageSettings]);

const sourcesFile = z
  .strictObject({
    format: z.literal('outage-or-hacked/sources@1'),
    sources: z.array(sourceSettings).check(z.maxLength(64)),
    probes: z.array(probeSettings).check(z.maxLength(64)),
    /** Sites that share nothing with the services: whether this machine itself is cut off. */
    ownNetwork: z.array(sourceAddress).check(z.maxLength(8)),
  })
  .check(
    z.refine(({ probes, ownNetwork }) => probes.length === 0 || ownNetwork.length > 0, {
      message: 'expected at least 1 address, to tell whose failure it is that a probe reaches nothing',
      path: ['ownNetwork'],
    }),
  );

const makeSource = (settings: Infer<typeof sourceSettings>): Source => {
  switch (settings.kind) {
    case 'metastatus-json':
      return metastatusJson(settings);
    case 'metastatus-rss':
      return metastatusRss(settings);
    case 'statuspage-v2':
      return statuspageV2(settings);
    case 'rss-atom':
      return rssAtom(settings);
  }
};

const makeProbe = (settings: Infer<typeof probeSettings>, network: OwnNetwork): Probe | null =>
  settings.kind === 'front-door' ? frontDoor(settings, network) : signInPage(settings, network);

export type SourcesRead =
  | { readonly ok: true; readonly sources: readonly Source[]; readonly probes: readonly Probe[] }
  | { readonly ok: false; readonly path: string; readonly expected: string };

/**
 * Makes the sources and probes of a sources file (already parsed as JSON), or says what does not fit: its path in the
 * file, such as `sources[0].orgs[2].service`, and what is expected there.
 */
export const readSources = (json: unknown): SourcesRead => {
  const parsed = z.safeParse(sourcesFile, json);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return { ok: false, ...(issue ? misfitOf(issue) : { path: '', expected: 'another form' }) };
  }
  const network = createOwnNetwork(parsed.data.ownNetwork);
  return {
    ok: true,
    sources: parsed.data.sources.map(makeSource),
    probes: parsed.data.probes
      .map((settings) => makeProbe(settings, network))
      .filter((probe) => probe !== null),
  };
};
