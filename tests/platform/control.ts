import type { PlatformService } from './hosts.ts';
import { PLATFORM_SERVICES } from './hosts.ts';
import type { Portal } from './other/captive-portal.ts';
import type { OfficialWord, OfficialWords } from './other/official-status.ts';
import type { Ending } from './sessions.ts';
import type { Delivery, Mode, SiteState } from './site-state.ts';

/** The hand that moves the platform: what a test calls in this process, and the control host over HTTP. */
export interface Control {
  /** `checkpoint` is what stands after `/checkpoint/` in the mode of that name. */
  setMode(service: PlatformService, mode: Mode, checkpoint?: string): void;
  /** Ends all live sessions of a service, or of one account, in this way; gives back how many. */
  endSessions(service: PlatformService, how: Ending, accountId?: string): number;
  /** How answers travel; `delay` in milliseconds for `slow`. */
  setDelivery(service: PlatformService, delivery: Delivery, delay?: number): void;
  /** Shows a certificate that nobody trusts on the hosts of this service. */
  setForeignCertificate(service: PlatformService, on: boolean): void;
  /** A network in between that answers every host, or null for none. */
  setPortal(portal: Portal | null): void;
  /**
   * The word of the official status page about an organisation, e.g. `facebook-login`: "High disruptions", with what it
   * writes about it. `at` is the time of the post in milliseconds since 1970: now unless told otherwise.
   */
  setOfficial(org: string, status: string, text?: string, at?: number): void;
  /** Everything healthy again; sessions and accounts stay. */
  heal(): void;
  /** 5 March 2024: sessions of Facebook, Messenger and Instagram end, and signing in fails. */
  playOutage(how?: Ending): void;
  readonly portal: Portal | null;
  readonly official: OfficialWords;
}

const ORGS = ['facebook-login', 'graph-api', 'messenger', 'ig-messenger', 'whatsapp-business-api'];
const NO_ISSUES: OfficialWord = { status: 'No known issues', text: null, at: 0 };

export const makeControl = (
  sites: Readonly<Record<PlatformService, SiteState>>,
  dropConnections: () => void,
): Control => {
  let portal: Portal | null = null;
  const official = new Map(ORGS.map((org) => [org, { ...NO_ISSUES }]));
  const control: Control = {
    setMode(service, mode, checkpoint) {
      sites[service].mode = mode;
      if (checkpoint !== undefined) sites[service].checkpoint = checkpoint;
    },
    endSessions: (service, how, accountId) => sites[service].sessions.end(how, accountId),
    setDelivery(service, delivery, delay) {
      sites[service].delivery = delivery;
      if (delay !== undefined) sites[service].delay = delay;
    },
    setForeignCertificate(service, on) {
      sites[service].foreignCertificate = on;
      dropConnections();
    },
    setPortal(next) {
      portal = next;
      dropConnections();
    },
    setOfficial(org, status, text, at = Date.now()) {
      official.set(org, { status, text: text ?? null, at });
    },
    heal() {
      portal = null;
      for (const service of PLATFORM_SERVICES)
        Object.assign(sites[service], { mode: 'healthy', delivery: 'normal', foreignCertificate: false });
      for (const org of official.keys()) official.set(org, { ...NO_ISSUES });
      dropConnections();
    },
    playOutage(how = 'deletion-redirect') {
      for (const service of ['facebook', 'messenger', 'instagram'] as const) {
        control.setMode(service, 'sign-in-outage');
        control.endSessions(service, how);
      }
    },
    get portal() {
      return portal;
    },
    official,
  };
  return control;
};
