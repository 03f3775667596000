import { describe, expect, it } from 'vitest';
import { cleanOfficial, mayBeShown } from '../../../lib/model/official-words.ts';
import { isStatusPage } from '../../../lib/model/status-pages.ts';

describe('official words', () => {
  it.each([
    'We are aware of an issue impacting Facebook Login. Our engineering teams are looking into it.',
    'Major disruptions since 2024-03-05, 15:17 UTC, for 72% of sign-ins',
    'Résolu à 17 h 42. Merci de votre patience.',
    'v2.0 is rolled back. Thanks.',
    '障害を確認しました。原因を調査中です。',
    'आउटेज की जाँच हो रही है।',
  ])('may be shown: %s', (words) => {
    expect(mayBeShown(words)).toBe(true);
  });

  it.each([
    ['an address', 'See https://meta-help.example now'],
    ['a bare host', 'Go to meta-help.example'],
    ['a host in another script', 'См. пример.испытание'],
    ['a host with a full-width dot', 'Go to help\uff0ecom'],
    ['www', 'www.help'],
    ['an e-mail', 'Write to help@meta'],
    ['a full-width @', 'Write to help\uff20meta'],
    ['a phone number', 'Call 0800 123 456 7'],
    ['one with signs', 'Call +1 (650) 543-4800'],
    ['one with long dashes', 'Call 650–543–4800'],
    ['one in other digits', 'कॉल ०८००१२३४'],
    ['one that looks like a date', 'Call 0800-12-34'],
    ['a line break', 'one\ntwo'],
    ['a bidirectional override', 'safe \u202e txt'],
    ['a zero-width space', 'he\u200blp'],
    ['a control character', 'a\u0007b'],
    ['half a surrogate', 'a\ud800b'],
    ['a right-to-left mark', 'a\u200fb'],
    ['an isolating direction', '\u2066a\u2069'],
    ['a tag that no eye sees', 'a\u{e0041}b'],
    ['a character of private use', 'a\ue000b'],
    ['a line separator', 'a\u2028b'],
    ['an address that runs', 'javascript://alert'],
    ['a phone number in full-width digits', 'Call ０８００１２３４５'],
    ['a host with marks on its letters', 'Go to help\u0338.com'],
    ['a host with marks on its end', 'Go to help.c\u0338om'],
    ['a host after a bracket', '(help).com'],
    ['a dot of another script between', 'help。com'],
  ])('with %s may not be shown', (_what, words) => {
    expect(mayBeShown(words)).toBe(false);
  });

  it('are taken out while the rest stays', () => {
    const official = {
      source: 'metastatus',
      status: 'outage',
      text: 'We are looking into it',
      url: 'https://metastatus.com/facebook-login',
      at: null,
    } as const;
    expect(cleanOfficial(official)).toEqual(official);
    expect(cleanOfficial({ ...official, text: 'help.example' })).toEqual({ ...official, text: null });
    expect(cleanOfficial({ ...official, url: 'https://help.example' })).toEqual({ ...official, url: null });
    expect(cleanOfficial({ ...official, text: null, url: null })).toEqual({
      ...official,
      text: null,
      url: null,
    });
  });

  it.each(['docs.x.com', 'metastatus.com', 'metastatus RSS', 'Status of Example'])(
    'may come from %s',
    (source) => {
      expect(cleanOfficial({ source, status: 'outage', text: null, url: null, at: null }).source).toBe(
        source,
      );
    },
  );

  it.each([
    'evil.example',
    'call 0800 123 4567',
    'help@meta',
    'meta\u202e',
    'metastatus.com.evil.example',
    '\ud800',
  ])('name no source that could not be shown (%j)', (source) => {
    const official = { source, status: 'outage', text: null, url: null, at: null } as const;
    expect(cleanOfficial(official)).toEqual({ ...official, source: '?' });
  });
});

describe('an address of a status page', () => {
  it.each([
    ['https://metastatus.com/', true],
    ['https://docs.x.com/status', true],
    ['http://metastatus.com/', false],
    ['https://metastatus.com.example/', false],
    ['https://evil-metastatus.com/', false],
    ['https://metastatus.com@evil.example/', false],
    ['https://user@metastatus.com/', false],
    ['https://metastatus.com:8443/', false],
    ['javascript:alert(1)', false],
    ['metastatus.com', false],
  ])('%s: %s', (address, known) => {
    expect(isStatusPage(address)).toBe(known);
  });
});
