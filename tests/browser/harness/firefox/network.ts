import type { NameFault } from '../../../platform/name-server.ts';
import type { BrowserScope } from './browser-scope.ts';

/** Trusts the platform's authority (PEM) for web sites. */
export const trustAuthority = (scope: BrowserScope, pem: string): Promise<void> =>
  scope.run(
    (base64) => {
      const store = Cc['@mozilla.org/security/x509certdb;1'].getService(Ci.nsIX509CertDB);
      store.addCertFromBase64(base64, 'C,,');
    },
    pem.replace(/-----[^-]+-----/g, '').replace(/\s/g, ''),
  );

const point = (scope: BrowserScope, hosts: readonly string[], address: string): Promise<void> =>
  scope.run(
    (names, to) => {
      const override = Cc['@mozilla.org/network/native-dns-override;1'].getService(
        Ci.nsINativeDNSResolverOverride,
      );
      for (const name of names) {
        override.clearHostOverride(name);
        override.addIPOverride(name, to);
      }
      Services.dns.clearCache(true);
      Services.obs.notifyObservers(null, 'net:prune-all-connections');
    },
    hosts,
    address,
  );

/** `N/A` is the resolver's own word for "no such name"; nobody listens at the other address. */
const NOWHERE: Readonly<Record<NameFault, string>> = { 'not-found': 'N/A', refused: '127.0.0.9' };

/** Leads all of the platform's host names to this machine; the port is a preference. */
export const pointHome = (scope: BrowserScope, hosts: readonly string[]): Promise<void> =>
  point(scope, hosts, '127.0.0.1');

export const failHost = (scope: BrowserScope, host: string, fault: NameFault): Promise<void> =>
  point(scope, [host], NOWHERE[fault]);

export const setOffline = (scope: BrowserScope, offline: boolean): Promise<void> =>
  scope.run((off) => {
    Services.io.offline = off;
    // Firefox still reaches its own machine when offline, by names that it remembers and lines that are open.
    Services.dns.clearCache(true);
    Services.obs.notifyObservers(null, 'net:prune-all-connections');
  }, offline);
