import { afterEach, describe, expect, it } from 'vitest';
import { createProbeBoard } from '../../../feed/probes/probe-board.ts';
import { createBoundedFetch } from '../../../feed/sources/bounded-fetch.ts';
import { createOfficialBoard } from '../../../feed/sources/official-board.ts';
import { readSources } from '../../../feed/sources/read-sources-file.ts';
import { createRounds } from '../../../feed/sources/take-rounds.ts';
import { answerOfficialStatus } from '../../platform/other/official-status.ts';
import { facebookForm } from '../probes/pages.ts';
import { listen, type Loopback } from './loopback.ts';

const MINUTE = 60_000;
let loopback: Loopback | null = null;

afterEach(async () => {
  await loopback?.close();
  loopback = null;
});

/** Plays metastatus.com as the simulated platform does, and Facebook's sign-in page. */
const playDay = async (words: Map<string, string>, door: { status: number }): Promise<string> => {
  loopback = await listen((request, answer) => {
    const path = request.url ?? '/';
    if (path === '/login/') {
      answer.writeHead(door.status, { 'content-type': 'text/html' }).end(facebookForm);
      return;
    }
    const { status, headers, body } = answerOfficialStatus(
      {
        method: 'GET',
        host: 'metastatus.com',
        path,
        query: new URLSearchParams(),
        cookies: new Map(),
        form: new URLSearchParams(),
        body: '',
        headers: {},
      },
      words,
    );
    answer.writeHead(status, { ...headers }).end(body);
  });
  return loopback.base;
};

describe('a round over the network', () => {
  it('follows a day from its calm through an outage to its end', async () => {
    const words = new Map([['facebook-login', 'No known issues']]);
    const door = { status: 200 };
    const base = await playDay(words, door);
    const read = readSources({
      format: 'outage-or-hacked/sources@1',
      sources: [
        {
          kind: 'metastatus-json',
          name: 'metastatus',
          base,
          everySeconds: 60,
          orgs: [
            { org: 'facebook-login', service: 'facebook' },
            { org: 'messenger', service: 'messenger' }, // Not there: a page of HTML answers for it.
          ],
        },
      ],
      probes: [{ kind: 'sign-in-page', service: 'facebook', everySeconds: 60, url: `${base}login/` }],
      ownNetwork: [base],
    });
    if (!read.ok) throw new Error(read.expected);
    const [official, looks] = [createOfficialBoard(), createProbeBoard()];
    const rounds = createRounds({ ...read, fetch: createBoundedFetch(), official, looks });
    const begin = Date.now();
    const after = async (minutes: number) => {
      const now = begin + minutes * MINUTE;
      await rounds.due(now);
      return { said: official.best('facebook', now)?.status ?? null, seen: looks.latest('facebook', now) };
    };

    expect(await after(0)).toEqual({ said: 'operational', seen: { ok: 1, failed: 0 } });
    words.set('facebook-login', 'High disruptions');
    door.status = 503;
    expect(await after(1)).toEqual({ said: 'outage', seen: { ok: 1, failed: 1 } });
    words.set('facebook-login', 'We cannot say');
    expect(await after(2)).toEqual({ said: null, seen: { ok: 1, failed: 2 } });
    words.set('facebook-login', 'Resolved');
    door.status = 200;
    expect(await after(3)).toEqual({ said: 'resolved', seen: { ok: 2, failed: 2 } });
    expect(official.best('messenger', begin + 3 * MINUTE)).toBeNull();
    await loopback?.close();
    expect(await after(4)).toEqual({ said: 'resolved', seen: { ok: 2, failed: 2 } }); // Nothing answers: it could not look.
    expect(await after(14)).toMatchObject({ said: 'unreachable' });
  });
});
