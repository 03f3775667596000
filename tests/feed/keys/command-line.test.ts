import { describe, expect, test } from 'vitest';
import { readCommandLine } from '../../../feed/settings/read-command-line.ts';

const read = (line: string, env = {}) => readCommandLine(line === '' ? [] : line.split(' '), env);

test('without flags it serves this machine alone from the usual folder', () => {
  expect(read('')).toEqual({
    do: 'serve',
    settings: {
      host: '127.0.0.1',
      port: 8787,
      data: 'feed-data',
      role: 'all',
      redis: null,
      sources: null,
      bases: [],
      objectStore: null,
      witness: null,
      trustProxy: false,
      regionHeader: null,
    },
  });
});

test('all flags together', () => {
  const line =
    '--port 0 --host ::1 --data d --role publisher --redis redis://r:1 --sources s.json --base https://a.example/ ' +
    '--base https://b.example --object-store https://s3.example/b/ --witness https://w.example --trust-proxy --region-header CF-IPCountry';
  expect(read(line)).toMatchObject({
    settings: {
      host: '::1',
      port: 0,
      role: 'publisher',
      bases: ['https://a.example', 'https://b.example'],
      objectStore: 'https://s3.example/b',
      witness: 'https://w.example',
      trustProxy: true,
      regionHeader: 'cf-ipcountry',
    },
  });
});

test('the address of Redis may be left out of the list of processes', () => {
  expect(read('', { FEED_REDIS: 'redis://:password@r:1' })).toMatchObject({
    settings: { redis: 'redis://:password@r:1' },
  });
  expect(read('--redis redis://flag:1', { FEED_REDIS: 'redis://env:1' })).toMatchObject({
    settings: { redis: 'redis://flag:1' },
  });
});

describe('is refused with the name of what is wrong:', () => {
  test.each([
    ['--prot 1', "Unknown option '--prot'"],
    ['--port', "Option '--port <value>' argument missing"],
    ['--port 80.5', '--port: expected a port'],
    ['--port 65536', '--port: expected a port up to 65535'],
    ['--port -1', "Option '--port' argument is ambiguous"],
    ['--trust-proxy=yes', "Option '--trust-proxy' does not take an argument"],
    ['--base http://feed.example', '--base: expected an https address'],
    ['--base ftp://x', '--base: expected an https address'],
    ['--redis http://r', '--redis: expected an address that begins with redis:// or rediss://'],
    ['--role boss', '--role: expected all, ingest, publisher, witness'],
    ['--role ingest', '--role: ingest and publisher nodes share their counts: they need --redis'],
    ['--region-header X', '--region-header: only a proxy can be believed about it: it needs --trust-proxy'],
    ['--root x', '--root: not meant for this command'],
    ['serve', 'serve: not a command'],
    ['keys rotate --port 1', '--port: not meant for this command'],
    ['keys rotate --key root', '--key: expected feed or witness'],
  ])('%s', (line, why) => {
    const command = read(line);
    expect(command.do).toBe('refuse');
    expect(command.do === 'refuse' && command.why).toContain(why);
  });
});

test('keys take their words, their folders and their own flags', () => {
  expect(read('keys sign f.json --root a --root b --data d')).toMatchObject({
    do: 'keys',
    words: ['sign', 'f.json'],
    roots: ['a', 'b'],
    data: 'd',
    key: 'feed',
    newEpoch: false,
  });
  expect(read('keys rotate --key witness --new-epoch')).toMatchObject({ key: 'witness', newEpoch: true });
});

test('help is given to whoever asks, whatever else they say', () =>
  expect(read('--help --port x')).toEqual({ do: 'help' }));
