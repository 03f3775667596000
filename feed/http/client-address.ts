import { isIP } from 'node:net';

/** What a request says of where it comes from. */
export interface Whence {
  readonly socket: string;
  /** `X-Forwarded-For` as it came; several headers joined by commas. */
  readonly forwarded: string | undefined;
}

/** A port that some proxies leave on. */
const PORT = /^(\d{1,3}(?:\.\d{1,3}){3}):\d{1,5}$/;
const BRACKETS = /^\[([0-9a-fA-F:.]+)\](?::\d{1,5})?$/;

/**
 * The client's address. Only what the proxy itself wrote, the last entry, is believed, and only with `trustProxy`: all
 * before it came from the client. An entry that is no address leaves the proxy's own.
 */
export const clientAddress = ({ socket, forwarded }: Whence, trustProxy: boolean): string => {
  if (!trustProxy || forwarded === undefined) return socket;
  const last = forwarded.slice(forwarded.lastIndexOf(',') + 1).trim();
  const bare = PORT.exec(last)?.[1] ?? BRACKETS.exec(last)?.[1] ?? last;
  return isIP(bare) === 0 ? socket : bare;
};
