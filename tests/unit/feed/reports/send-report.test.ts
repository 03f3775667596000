import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { sendReport } from '../../../../lib/feed/reports/send-report.ts';
import { REPORT_SIZE_LIMIT } from '../../../../lib/model/report.ts';

const REPORT = { v: 1, service: 'whatsapp-business', kind: 'sign-in-rejected', bucket: 9_999_999 } as const;

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

let closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing) close();
  closing = [];
});

const serverThat = async (status: number | 'hangs', headers: Record<string, string> = {}) => {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      received.push({ method: request.method, url: request.url, headers: request.headers, body });
      if (status !== 'hangs') response.writeHead(status, headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
};

describe('sending a report', () => {
  it('posts the four fields as JSON, in at most 256 bytes, and nothing that names the sender', async () => {
    const { base, received } = await serverThat(204);
    expect(await sendReport(fetch, `${base}/`, { ...REPORT, extra: 'x' } as typeof REPORT)).toBe(true);
    expect(received).toMatchObject([{ method: 'POST', url: '/v1/reports' }]);
    const [{ body, headers }] = received as [Received];
    expect(JSON.parse(body)).toEqual(REPORT);
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(REPORT_SIZE_LIMIT);
    expect(headers['content-type']).toBe('application/json');
    expect(headers['accept-language']).toBe('*');
    expect(headers.cookie).toBeUndefined();
    expect(headers.referer).toBeUndefined();
    expect(headers.authorization).toBeUndefined();
  });

  it.each([503, 404])('has failed when the answer is %i', async (status) => {
    const { base } = await serverThat(status);
    expect(await sendReport(fetch, base, REPORT)).toBe(false);
  });

  it('follows no redirect', async () => {
    const other = await serverThat(204);
    const { base } = await serverThat(307, { location: `${other.base}/v1/reports` });
    expect(await sendReport(fetch, base, REPORT)).toBe(false);
    expect(other.received).toEqual([]);
  });

  it('has failed when nobody answers in time, or nobody is there', async () => {
    const { base } = await serverThat('hangs');
    expect(await sendReport(fetch, base, REPORT, 50)).toBe(false);
    expect(await sendReport(fetch, 'http://127.0.0.1:9', REPORT, 500)).toBe(false);
  });
});
