import { describe, expect, it } from 'vitest';
import { readChange } from '../../../lib/sensing/session/read-change.ts';
import type { JarView, SessionEntry } from '../../../lib/sensing/session/session-book.ts';

const AT = 1_700_000_000_000;
const WHERE = { store: '0', service: 'facebook' as const };
const A = 'a1a1a1a1a1a1a1a1';
const B = 'b2b2b2b2b2b2b2b2';
const jar = (over: Partial<JarView> = {}): JarView => ({
  present: true,
  account: A,
  device: true,
  endsAt: AT + 1,
  ...over,
});
const entry = (over: Partial<SessionEntry> = {}): SessionEntry => ({
  ...WHERE,
  present: true,
  account: A,
  device: true,
  endsAt: AT + 1,
  changedAt: AT - 1000,
  ...over,
});

describe('comparing the jar with what was known', () => {
  it('sees a session start where none was known', () => {
    const read = readChange(null, jar(), WHERE, AT, 'unknown');
    expect(read.observation).toMatchObject({ change: 'started', by: 'unknown', account: A });
    expect(read.entry).toMatchObject({ present: true, changedAt: AT });
  });

  it('says nothing while the same account stays signed in', () => {
    expect(readChange(entry(), jar(), WHERE, AT, 'unknown')).toMatchObject({
      observation: null,
      gone: false,
    });
  });

  it('sees another account in its place as a switch, not as an end', () => {
    const read = readChange(entry(), jar({ account: B }), WHERE, AT, 'user');
    expect(read.observation).toMatchObject({ change: 'switched', by: 'user', account: B });
    expect(read.gone).toBe(false);
  });

  it('reports a vanished session as gone and still knows whose it was and that the device was known', () => {
    const read = readChange(
      entry(),
      jar({ present: false, account: null, device: false }),
      WHERE,
      AT,
      'unknown',
    );
    expect(read).toMatchObject({ observation: null, gone: true });
    expect(read.entry).toMatchObject({ present: true, account: A, device: true });
  });

  it('says nothing of somebody who never signed in', () => {
    const read = readChange(null, jar({ present: false, account: null }), WHERE, AT, 'unknown');
    expect(read).toMatchObject({ observation: null, gone: false });
    expect(read.entry.present).toBe(false);
  });

  it('does not take an account that could not be read for another one', () => {
    expect(readChange(entry(), jar({ account: null }), WHERE, AT, 'unknown').observation).toBeNull();
  });
});
