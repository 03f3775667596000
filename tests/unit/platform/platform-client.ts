import { request as httpsRequest } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { Platform } from '../../platform/start-platform.ts';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly setCookies: readonly string[];
  readonly text: string;
}

export interface Ask {
  readonly method?: string;
  readonly form?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A browser of the plainest kind: it keeps cookies by domain, follows nothing, and trusts only the platform's authority. */
export class PlatformClient {
  readonly jar = new Map<string, Map<string, string>>();
  readonly #platform: Platform;

  constructor(platform: Platform) {
    this.#platform = platform;
  }

  cookie(domain: string, name: string): string | undefined {
    return this.jar.get(domain)?.get(name);
  }

  get(address: string, ask: Ask = {}): Promise<Reply> {
    return this.ask(address, ask);
  }

  post(address: string, form: Readonly<Record<string, string>> = {}): Promise<Reply> {
    return this.ask(address, { method: 'POST', form });
  }

  ask(address: string, { method = 'GET', form, body, headers = {} }: Ask): Promise<Reply> {
    const url = new URL(address);
    const sent = body ?? (form && new URLSearchParams(form).toString()) ?? '';
    return new Promise((resolve, reject) => {
      const asked = httpsRequest(
        {
          host: '127.0.0.1',
          port: this.#platform.port,
          servername: url.hostname,
          ca: this.#platform.authority,
          agent: false,
          method,
          path: url.pathname + url.search,
          headers: { host: url.hostname, cookie: this.#cookies(url.hostname), ...headers },
        },
        (answer) => {
          const setCookies = answer.headers['set-cookie'] ?? [];
          for (const line of setCookies) this.#keep(line);
          let text = '';
          answer.setEncoding('utf8');
          answer.on('data', (chunk: string) => {
            text += chunk;
          });
          answer.on('error', reject);
          answer.on('end', () => {
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, setCookies, text });
          });
        },
      );
      asked.on('error', reject);
      asked.setTimeout(1000, () => asked.destroy(new Error('no answer within a second')));
      asked.end(sent);
    });
  }

  #cookies(host: string): string {
    return [...this.jar]
      .filter(([domain]) => host === domain || host.endsWith(`.${domain}`))
      .flatMap(([, cookies]) => [...cookies].map(([name, value]) => `${name}=${value}`))
      .join('; ');
  }

  #keep(line: string): void {
    const [pair = '', ...flags] = line.split('; ');
    const at = pair.indexOf('=');
    const domain = (flags.find((flag) => flag.startsWith('domain=')) ?? '').slice('domain=.'.length);
    const age = flags.find((flag) => /^max-age=/i.test(flag));
    const cookies = this.jar.get(domain) ?? new Map<string, string>();
    this.jar.set(domain, cookies);
    if (age !== undefined && Number(age.split('=')[1]) <= 0) cookies.delete(pair.slice(0, at));
    else cookies.set(pair.slice(0, at), pair.slice(at + 1));
  }
}

const FACEBOOK = 'https://www.facebook.com';

/** Signs in to Facebook with the first account's right password; gives back the answer to the form. */
export const signInToFacebook = (client: PlatformClient, platform: Platform): Promise<Reply> => {
  const [account] = platform.accounts;
  return client.post(`${FACEBOOK}/login/device-based/regular/login/?login_attempt=1`, {
    email: account?.email ?? '',
    pass: account?.password ?? '',
  });
};

/** Signs in to Instagram in the background, as its page does. */
export const signInToInstagram = (client: PlatformClient, platform: Platform): Promise<Reply> => {
  const [account] = platform.accounts;
  return client.post('https://www.instagram.com/api/v1/web/accounts/login/ajax/', {
    username: account?.handle ?? '',
    enc_password: account?.password ?? '',
  });
};
