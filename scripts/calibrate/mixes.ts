import { TRUTH_KINDS, type TruthKind } from './truth/kinds.ts';

/**
 * How often a person who watches these services meets each kind: incidents for a million people and a day, each reckoned
 * here from what is said beside it and not from any number of the engine. Orders of magnitude, not measurements.
 */
const NATURAL: Readonly<Record<TruthKind, number>> = {
  // Two such days in 27 months of the facts (2024-03-05, 2026-06-12); a quarter of the people at a computer in those hours.
  'outage: sign-in, as 2024': 300,
  'outage: sign-in, as 2026': 300,
  // 2019-03-13, 2024-12-11 and smaller ones that no list names: 1.5 a year, a quarter at a computer.
  'outage: errors': 1000,
  // Four in three years (X), for the fifth of the people who use it.
  'outage: X alone': 180,
  // One in a dozen years of the facts, seven hours long.
  'outage: network': 80,
  // 2022-10-31: some per cent of Instagram's users; 2026-03-03: a few per cent of Facebook's; one each in five years.
  'outage: false suspensions': 15,
  'outage: account page': 40,
  // As many as global ones for each person, shorter.
  'outage: regional': 500,
  // 2018-09-28: 4 % of two billion, once in eight years; 2021-01-22: a few per cent, once in five.
  'mass logout: security reset': 14,
  'mass logout: benign': 16,
  // 9 manual hijacks for a million and a day (Google, 2011–14); cookie thieves came on top since. By style a guess.
  'break-in: password changed': 4,
  'break-in: contact changed': 3,
  'break-in: strange posts': 3,
  'break-in: silent': 5,
  'break-in: then disabled': 1.5,
  'break-in: noticed by the platform': 2,
  'break-in: through a linked account': 1,
  // One account in a hundred is locked or checked each year, one in three hundred suspended, mostly wrongly noticed.
  'lock: unusual activity': 20,
  'lock: suspended': 9,
  'lock: security check': 40,
  'lock: own unusual login': 25,
  // One person in ten meets "please wait" in a year.
  'rate limit': 270,
  // Sessions end once in 90 to 365 days; 1.5 services each; half by the cookie's date, half by the server.
  'routine: cookie expired': 3500,
  'routine: ended by the server': 3500,
  // A new password once in three years, half of them ending other sessions; "log out everywhere" rarer still.
  'own doing: password changed': 450,
  'own doing: logged out everywhere': 200,
  'own doing: forgot the sign-out': 100,
  // One clearing a year for each person, many times more for few, who do not keep sessions that could end.
  'cleared: data of many sites': 2700,
  'cleared: session cookie alone': 300,
  'cleared: storage lost': 60,
  // A portable computer loses its network under an open tab once in two months; portals and bad resolvers a few times a year.
  'network: offline': 6000,
  'network: captive portal': 1500,
  'network: no names': 1500,
  'network: blocked': 800,
  // The rates of both, for the hours of the one that lasts.
  'at once: break-in inside an outage': 0.1,
  'at once: lock beside an outage': 0.3,
  'at once: routine end beside an outage': 8,
};

const EQUAL = Object.fromEntries(TRUTH_KINDS.map((kind) => [kind, 1])) as Record<TruthKind, number>;

export const MIXES = { natural: NATURAL, stratified: EQUAL } as const;
export type Mix = keyof typeof MIXES;
export const MIX_NAMES = ['natural', 'stratified'] as const satisfies readonly Mix[];
