import { describe, expect, it } from 'vitest';
import { answerDns, Names } from '../../platform/name-server.ts';

/** A question as RFC 1035 writes it: one name, one type, class IN. */
const question = (name: string, type: number): Buffer =>
  Buffer.concat([
    Buffer.from([0xab, 0xcd, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]),
    ...name.split('.').map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0, 0, type, 0, 1]),
  ]);

const read = (answer: Buffer) => ({
  id: answer.readUInt16BE(0),
  code: answer.readUInt16BE(2) & 15,
  answers: answer.readUInt16BE(6),
  address: answer.readUInt16BE(6) > 0 ? [...answer.subarray(-4)].join('.') : null,
});

describe('the platform’s name server', () => {
  const names = new Names(['www.facebook.com']);

  it('leads a known name to this machine', () => {
    expect(read(answerDns(question('www.FACEBOOK.com', 1), names))).toEqual({
      id: 0xabcd,
      code: 0,
      answers: 1,
      address: '127.0.0.1',
    });
  });

  it('has no other address of a known name, and says so without denying the name', () => {
    expect(read(answerDns(question('www.facebook.com', 28), names))).toMatchObject({ code: 0, answers: 0 });
  });

  it('denies every other name', () => {
    expect(read(answerDns(question('update.example.com', 1), names))).toMatchObject({ code: 3, answers: 0 });
  });

  it('denies a name, or leads it astray, until it is healed', () => {
    names.fail('www.facebook.com', 'not-found');
    expect(read(answerDns(question('www.facebook.com', 1), names)).code).toBe(3);
    names.fail('www.facebook.com', 'refused');
    expect(read(answerDns(question('www.facebook.com', 1), names)).address).toBe('127.0.0.9');
    names.heal();
    expect(read(answerDns(question('www.facebook.com', 1), names)).address).toBe('127.0.0.1');
  });
});
