import { accountPageOutage, falseSuspensions } from './account-shaped-outage.ts';
import { breakInInsideOutage, lockBesideOutage, routineBesideOutage } from './at-once.ts';
import { blocked, captivePortal, noNames, offline } from './bad-network.ts';
import * as breakIn from './break-in.ts';
import { dataCleared, sessionCookieTaken, storageLost } from './cleared.ts';
import { errorsOutage, errorsOutageOfX } from './errors-outage.ts';
import { lockedForActivity, ownUnusualLogin, securityCheck, suspendedForRule } from './lock.ts';
import { benignMassLogout, securityReset } from './mass-logout.ts';
import { networkOutage } from './network-outage.ts';
import { changedPasswordElsewhere, forgotOwnLogout, loggedOutEverywhere } from './own-doing.ts';
import { rateLimited } from './rate-limit.ts';
import { regionalOutage } from './regional-outage.ts';
import { cookieExpired, endedByServer } from './routine.ts';
import { signInOutage2024, signInOutage2026 } from './sign-in-outage.ts';
import type { Draw } from './start.ts';

/** Everything that may really be going on, by name. */
export const KINDS = {
  'outage: sign-in, as 2024': signInOutage2024,
  'outage: sign-in, as 2026': signInOutage2026,
  'outage: errors': errorsOutage,
  'outage: X alone': errorsOutageOfX,
  'outage: network': networkOutage,
  'outage: false suspensions': falseSuspensions,
  'outage: account page': accountPageOutage,
  'outage: regional': regionalOutage,
  'mass logout: security reset': securityReset,
  'mass logout: benign': benignMassLogout,
  'break-in: password changed': breakIn.passwordChanged,
  'break-in: contact changed': breakIn.contactChanged,
  'break-in: strange posts': breakIn.strangePosts,
  'break-in: silent': breakIn.silent,
  'break-in: then disabled': breakIn.thenDisabled,
  'break-in: noticed by the platform': breakIn.noticedByPlatform,
  'break-in: through a linked account': breakIn.linkedAccount,
  'lock: unusual activity': lockedForActivity,
  'lock: suspended': suspendedForRule,
  'lock: security check': securityCheck,
  'lock: own unusual login': ownUnusualLogin,
  'rate limit': rateLimited,
  'routine: cookie expired': cookieExpired,
  'routine: ended by the server': endedByServer,
  'own doing: password changed': changedPasswordElsewhere,
  'own doing: logged out everywhere': loggedOutEverywhere,
  'own doing: forgot the sign-out': forgotOwnLogout,
  'cleared: data of many sites': dataCleared,
  'cleared: session cookie alone': sessionCookieTaken,
  'cleared: storage lost': storageLost,
  'network: offline': offline,
  'network: captive portal': captivePortal,
  'network: no names': noNames,
  'network: blocked': blocked,
  'at once: break-in inside an outage': breakInInsideOutage,
  'at once: lock beside an outage': lockBesideOutage,
  'at once: routine end beside an outage': routineBesideOutage,
} as const satisfies Readonly<Record<string, Draw>>;

export type TruthKind = keyof typeof KINDS;
export const TRUTH_KINDS = Object.keys(KINDS) as readonly TruthKind[];
