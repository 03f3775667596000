import type { Account } from './accounts.ts';
import type { Secrets } from './secrets.ts';

/** The ways in which a server lets a browser know that its session is over, and one that only looks so. */
export const ENDINGS = [
  /** A redirect to the sign-in page that deletes the session cookie. */
  'deletion-redirect',
  /** A redirect to the sign-in page that leaves the dead cookie where it is. */
  'bare-redirect',
  /** The sign-in page at the address that was asked for, status 200, `"USER_ID":"0"` in its data. */
  'zero-user-page',
  /** The page loads; its background requests answer "not logged in". */
  'json',
  /** A false alarm: the session cookie is blanked on a redirect and set again by the next answer. */
  'blank-and-back',
] as const;
export type Ending = (typeof ENDINGS)[number];

export interface Session {
  readonly token: string;
  readonly account: Account;
  ending: Ending | null;
}

/** The sessions of one service. A token stays known after its end, so that the server can say how it ended. */
export class SessionBook {
  readonly #sessions = new Map<string, Session>();
  readonly #interrupted = new Map<string, Session>();
  readonly #secrets: Secrets;

  constructor(secrets: Secrets) {
    this.#secrets = secrets;
  }

  open(account: Account): Session {
    const token = this.#secrets.token('session cookie');
    const session = { token, account, ending: null };
    this.#sessions.set(token, session);
    return session;
  }

  find(token: string | undefined): Session | null {
    return (token !== undefined && this.#sessions.get(token)) || null;
  }

  /** Ends all live sessions, or those of one account; gives back how many. Takes effect at their next request. */
  end(how: Ending, accountId?: string): number {
    const live = [...this.#sessions.values()].filter(
      ({ ending, account }) => ending === null && (accountId === undefined || account.id === accountId),
    );
    for (const session of live) session.ending = how;
    return live.length;
  }

  /** Forgets a session for good: its token is then as unknown as any made-up one. */
  close(token: string | undefined): void {
    if (token !== undefined) this.#sessions.delete(token);
  }

  /** A session whose cookie was blanked for a moment, kept under the device that will come back for it. */
  interrupt(device: string, session: Session): void {
    session.ending = null;
    this.#interrupted.set(device, session);
  }

  resume(device: string | undefined): Session | null {
    const session = (device !== undefined && this.#interrupted.get(device)) || null;
    if (device !== undefined) this.#interrupted.delete(device);
    return session;
  }

  clear(): void {
    this.#sessions.clear();
    this.#interrupted.clear();
  }
}
