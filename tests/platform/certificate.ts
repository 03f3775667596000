import { createHash, X509Certificate } from 'node:crypto';
import { generate } from 'selfsigned';

/** A private key and its certificate chain, both as PEM text. */
export interface KeyPair {
  readonly key: string;
  readonly cert: string;
}

/** What the platform needs to speak TLS, and what browsers need to trust it. Made anew at every start. */
export interface Certificates {
  /** The authority, for browsers that take one (Firefox); PEM. */
  readonly authority: string;
  /** The platform's own certificate for all its host names, signed by the authority. */
  readonly platform: KeyPair;
  /** A certificate that nobody trusts: what a captive portal or a listening proxy would show. */
  readonly foreign: KeyPair;
  /** Base64 SHA-256 of the platform's public key, for Chromium's `--ignore-certificate-errors-spki-list`. */
  readonly spki: string;
}

const spkiOf = (cert: string): string =>
  createHash('sha256')
    .update(new X509Certificate(cert).publicKey.export({ type: 'spki', format: 'der' }))
    .digest('base64');

const named = (commonName: string) => [{ name: 'commonName', value: commonName }];
const days = (count: number) => ({
  notBeforeDate: new Date(Date.now() - 86_400_000),
  notAfterDate: new Date(Date.now() + count * 86_400_000),
});
const elliptic = { keyType: 'ec', curve: 'P-256', algorithm: 'sha256' } as const;

const forHosts = (hosts: readonly string[]) => [
  { name: 'basicConstraints' as const, cA: false },
  { name: 'extKeyUsage' as const, serverAuth: true },
  { name: 'subjectAltName' as const, altNames: hosts.map((value) => ({ type: 2 as const, value })) },
];

/** Makes an authority, a certificate for `hosts` (wildcards allowed) and a foreign one for the same hosts. */
export const makeCertificates = async (hosts: readonly string[]): Promise<Certificates> => {
  const authority = await generate(named('Simulated platform authority'), {
    ...elliptic,
    ...days(30),
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    ],
  });
  const platform = await generate(named('Simulated platform'), {
    ...elliptic,
    ...days(30),
    extensions: forHosts(hosts),
    ca: { key: authority.private, cert: authority.cert },
  });
  const foreign = await generate(named('Some other network'), {
    ...elliptic,
    ...days(30),
    extensions: forHosts(hosts),
  });
  return {
    authority: authority.cert,
    platform: { key: platform.private, cert: `${platform.cert}\n${authority.cert}` },
    foreign: { key: foreign.private, cert: foreign.cert },
    spki: spkiOf(platform.cert),
  };
};
