/** How a host name can fail before any server is asked. */
export const NAME_FAULTS = ['not-found', 'refused'] as const;
export type NameFault = (typeof NAME_FAULTS)[number];

const HOME = '127.0.0.1';
/** An address of this machine on which nobody listens. */
const DESERTED = '127.0.0.9';

/** Which names exist at this moment, and where they lead. Every other name does not exist. */
export class Names {
  readonly #known: ReadonlySet<string>;
  readonly #faults = new Map<string, NameFault>();

  constructor(known: readonly string[]) {
    this.#known = new Set(known);
  }

  fail(host: string, fault: NameFault): void {
    this.#faults.set(host, fault);
  }

  heal(): void {
    this.#faults.clear();
  }

  addressOf(name: string): string | null {
    const fault = this.#faults.get(name);
    if (!this.#known.has(name) || fault === 'not-found') return null;
    return fault === 'refused' ? DESERTED : HOME;
  }
}

const HEADER = 12;
const TYPE_A = 1;
const NO_ERROR = 0x8180;
const NO_SUCH_NAME = 0x8183;

const readQuestion = (message: Buffer): { name: string; type: number; end: number } => {
  const labels: string[] = [];
  let at = HEADER;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
};

/** An address record that refers to the question's name and may not be kept. */
const addressRecord = (address: string): Buffer =>
  Buffer.from([0xc0, HEADER, 0, TYPE_A, 0, 1, 0, 0, 0, 0, 0, 4, ...address.split('.').map(Number)]);

/** Answers a DNS message (RFC 1035) with one question: an IPv4 address, nothing of that type, or no such name. */
export const answerDns = (message: Buffer, names: Names): Buffer => {
  const { name, type, end } = readQuestion(message);
  const address = names.addressOf(name);
  const found = address !== null && type === TYPE_A;
  const header = Buffer.alloc(HEADER);
  message.copy(header, 0, 0, 2);
  header.writeUInt16BE(address === null ? NO_SUCH_NAME : NO_ERROR, 2);
  header.writeUInt16BE(1, 4);
  header.writeUInt16BE(found ? 1 : 0, 6);
  return Buffer.concat([header, message.subarray(HEADER, end), ...(found ? [addressRecord(address)] : [])]);
};
