import { connect, type Socket } from 'node:net';
import { once } from 'node:events';

/** A request as it goes over the wire. */
export interface PacedRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Pace {
  readonly url: string;
  readonly requests: readonly PacedRequest[];
  /** Requests a second. */
  readonly rate: number;
  readonly connections: number;
  /** Seconds that are measured, and seconds before them that are not. */
  readonly seconds: number;
  readonly warmUp: number;
}

/** How long each measured request took, in milliseconds from the moment at which it was due; in order of size. */
export interface Paced {
  readonly waits: Float64Array;
  /** Answers that were no 204. */
  readonly errors: number;
  readonly unanswered: number;
}

const GOOD = 'HTTP/1.1 204 ';
const END = '\r\n\r\n';
/** After the last request, in milliseconds. */
const LAST_WAIT = 5_000;

const textOf = ({ method, path, headers, body }: PacedRequest, host: string): string =>
  [
    `${method} ${path} HTTP/1.1`,
    `host: ${host}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    `content-length: ${Buffer.byteLength(body)}`,
    '',
    body,
  ].join('\r\n');

/** One connection: answers come in the order of the questions, and have no body. */
const openLine = async (host: string, port: number, onAnswer: (due: number, good: boolean) => void) => {
  const socket: Socket = connect({ host, port, noDelay: true });
  await once(socket, 'connect');
  const waiting: number[] = [];
  let text = '';
  socket.setEncoding('latin1').on('data', (part: string) => {
    text += part;
    for (let end = text.indexOf(END); end !== -1; end = text.indexOf(END)) {
      onAnswer(waiting.shift() ?? Number.NaN, text.startsWith(GOOD));
      text = text.slice(end + END.length);
    }
  });
  return {
    ask(request: string, due: number): void {
      waiting.push(due);
      socket.write(request);
    },
    end: () => socket.destroy(),
  };
};

/**
 * Sends requests evenly, whether or not those before were answered, as many people do who know nothing of each other. A wait
 * is reckoned from when the request was due: what the sender itself comes late with is in it.
 */
export const putPacedLoad = async ({
  url,
  requests,
  rate,
  connections,
  seconds,
  warmUp,
}: Pace): Promise<Paced> => {
  const { hostname, port, host } = new URL(url);
  const texts = requests.map((request) => textOf(request, host));
  const [first, count] = [rate * warmUp, rate * (warmUp + seconds)];
  const waits = new Float64Array(count - first);
  let [answered, measured, errors] = [0, 0, 0];
  const onAnswer = (index: number, good: boolean): void => {
    answered += 1;
    if (!good) errors += 1;
    if (index >= first) waits[measured++] = performance.now() - dueAt(index);
  };
  const lines = await Promise.all(
    Array.from({ length: connections }, () => openLine(hostname, Number(port), onAnswer)),
  );
  const start = performance.now() + 100;
  const dueAt = (index: number): number => start + (index * 1000) / rate;
  let sent = 0;
  const turn = async (): Promise<void> => {
    const now = performance.now();
    for (; sent < count && dueAt(sent) <= now; sent += 1)
      lines[sent % connections]?.ask(texts[sent % texts.length] as string, sent);
    const over = sent === count && (answered === count || now > dueAt(count) + LAST_WAIT);
    if (over) return;
    await new Promise((resolve) => setTimeout(resolve, 1));
    return turn();
  };
  await turn();
  for (const line of lines) line.end();
  return { waits: waits.subarray(0, measured).sort(), errors, unanswered: count - answered };
};
