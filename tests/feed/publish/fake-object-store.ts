import { createHash } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterTest } from '../server/test-feed.ts';

interface Stored {
  readonly bytes: Buffer;
  readonly type: string | undefined;
  readonly cache: string | undefined;
  readonly etag: string;
}

/** The part of the S3 API that is used: GET and PUT of one object, with conditions, signed requests only. */
export const startObjectStore = async () => {
  const objects = new Map<string, Stored>();
  const state = {
    fault: 'none' as 'none' | 'error' | 'hangs' | 'no-etag' | 'endless',
    asked: [] as string[],
  };
  const server = createServer((request, response) => {
    const { method, url = '', headers } = request;
    state.asked.push(`${method} ${url}`);
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const answer = (status: number, more: Record<string, string> = {}, body?: Buffer): void => {
        response.writeHead(status, more).end(body);
      };
      if (state.fault === 'hangs') return;
      if (state.fault === 'error') return answer(500);
      if (!headers.authorization?.startsWith('AWS4-HMAC-SHA256 Credential=key/')) return answer(403);
      const there = objects.get(url);
      if (method === 'GET' && state.fault === 'endless') {
        response.writeHead(200, { etag: '"x"' });
        const more = (): void => {
          while (!response.destroyed && response.write(Buffer.alloc(64 * 1024)));
          if (!response.destroyed) response.once('drain', more);
        };
        return more();
      }
      if (method === 'GET') return there ? answer(200, { etag: there.etag }, there.bytes) : answer(404);
      if (headers['if-none-match'] === '*' && there) return answer(412);
      if (headers['if-match'] !== undefined && headers['if-match'] !== there?.etag)
        return answer(there ? 412 : 404);
      const bytes = Buffer.concat(parts);
      const etag = `"${createHash('md5').update(bytes).digest('hex')}"`;
      objects.set(url, { bytes, etag, type: headers['content-type'], cache: headers['cache-control'] });
      return answer(200, state.fault === 'no-etag' ? {} : { etag });
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterTest(
    () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  );
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bucket`;
  return { base, objects, state };
};
