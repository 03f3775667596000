import { calmSituation } from './situation.ts';
import { drawFocus, type Draw } from './start.ts';

/** The person, a setting or a cleaner removed the data of many sites, device cookies with them. */
export const dataCleared: Draw = (random, { watched, meets }) => {
  const focus = drawFocus(random);
  const whileClosed = random.chance(0.35);
  const sparesDevice = random.chance(0.08);
  const sites = random.chance(0.8) ? new Set([focus, ...watched]) : new Set([focus]);
  return {
    ...calmSituation(focus, watched, meets, ['browser-cleared']),
    ends: [...sites]
      // WhatsApp Web keeps its session in no cookie: nothing is told of it.
      .filter((service) => service === focus || (service !== 'whatsapp' && random.chance(0.85)))
      .map((service) => ({
        service,
        at: meets + random.integer(0, 800),
        how: 'wipe',
        whileClosed,
        sparesDevice,
      })),
    clearing: random.chance(0.5) ? 'by-hand' : 'by-tool',
  };
};

/** An extension, a script of the browser or a full jar takes the session cookie alone. */
export const sessionCookieTaken: Draw = (random, { watched, meets }) => {
  const focus = drawFocus(random);
  return {
    ...calmSituation(focus, watched, meets, ['browser-cleared']),
    ends: [
      {
        service: focus,
        at: meets,
        how: random.chance(0.5) ? 'session-cookie-only' : 'eviction',
        whileClosed: false,
      },
    ],
    clearing: 'by-tool',
  };
};

/** WhatsApp Web logs itself out when the browser denies it storage or its database fails (facts, 1.4). */
export const storageLost: Draw = (_random, { watched, meets }) => ({
  ...calmSituation('whatsapp', watched, meets, ['browser-cleared']),
  storageLostAt: meets,
});
