import type { OfficialPort } from '../app/parts.ts';
import { parseBytes } from '../feed/envelope.ts';
import { fetchBounded, type FetchPort } from '../feed/fetch-feed.ts';
import type { OfficialWord } from '../model/feed.ts';
import { cleanOfficial } from '../model/official-words.ts';
import type { ServiceId } from '../model/service-id.ts';
import { metastatusSaid } from '../official/metastatus-files.ts';
import { METASTATUS_ORGS } from '../official/metastatus-orgs.ts';
import { readingOf } from '../official/official-reading.ts';
import { quotable } from '../official/quotable.ts';

/** Words with markup in them are not quoted: what they would look like cannot be told. */
const MARKUP = /[<>]|&#?\w+;/;

const BASE = 'https://metastatus.com/';
/** Some servers call JSON plain text. What does not exist there is answered by a page of HTML. */
const TYPES = ['application/json', 'text/json', 'text/plain'];
/** The largest file that is known has a few ten kilobytes. */
const BYTES = 256 * 1024;

/** Reads Meta's own status page as the feed's server does, without credentials, once the browser allows it. */
export const createOfficialPort = (fetch: FetchPort): OfficialPort => ({
  async read(services, now) {
    const orgs = METASTATUS_ORGS.filter(([, service]) => services.includes(service));
    const names = ['orgs', ...orgs.map(([org]) => `outages/${org}`)];
    const [overview, ...outages] = await Promise.all(
      names.map(async (name) => {
        const file = await fetchBounded(fetch, `${BASE}data/${name}.json`, TYPES, BYTES, now);
        return file.ok ? parseBytes(file.bytes) : null;
      }),
    );
    const words = new Map<ServiceId, OfficialWord>();
    orgs.forEach(([org, service], place) => {
      const said = metastatusSaid(overview, outages[place], org, now);
      if (!said) return;
      const { word } = readingOf('metastatus', service, said, BASE + org);
      const text = MARKUP.test(word.text ?? '') ? null : quotable(word.text);
      words.set(service, cleanOfficial({ ...word, text }));
    });
    return words.size > 0 || Array.isArray(overview) ? words : null;
  },
});
