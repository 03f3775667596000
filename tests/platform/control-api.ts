import { z } from '../../lib/model/zod.ts';
import type { Control } from './control.ts';
import { json, type Answer, type PlatformRequest } from './exchange.ts';
import { PLATFORM_SERVICES } from './hosts.ts';
import { PORTALS } from './other/captive-portal.ts';
import { ENDINGS } from './sessions.ts';
import { DELIVERIES, MODES } from './site-state.ts';

const service = z.enum(PLATFORM_SERVICES);

const command = z.discriminatedUnion('do', [
  z.strictObject({
    do: z.literal('mode'),
    service,
    mode: z.enum(MODES),
    checkpoint: z.optional(z.string()),
  }),
  z.strictObject({
    do: z.literal('end-sessions'),
    service,
    how: z.enum(ENDINGS),
    account: z.optional(z.string()),
  }),
  z.strictObject({
    do: z.literal('delivery'),
    service,
    delivery: z.enum(DELIVERIES),
    delay: z.optional(z.int()),
  }),
  z.strictObject({ do: z.literal('foreign-certificate'), service, on: z.boolean() }),
  z.strictObject({ do: z.literal('portal'), portal: z.nullable(z.enum(PORTALS)) }),
  z.strictObject({ do: z.literal('official'), org: z.string(), status: z.string() }),
  z.strictObject({ do: z.literal('outage'), how: z.optional(z.enum(ENDINGS)) }),
  z.strictObject({ do: z.literal('heal') }),
]);

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/**
 * `POST /` on the control host with one command, e.g. `{"do":"mode","service":"facebook","mode":"errors"}`. Answers what was
 * done, or 400 with what was expected.
 */
export const answerControl = ({ method, body }: PlatformRequest, control: Control): Answer => {
  if (method !== 'POST') return json({ error: 'expected POST with one command' }, 405);
  const parsed = z.safeParse(command, parse(body));
  if (!parsed.success) return json({ error: parsed.error.issues }, 400);
  const asked = parsed.data;
  switch (asked.do) {
    case 'mode':
      control.setMode(asked.service, asked.mode, asked.checkpoint);
      break;
    case 'end-sessions':
      return json({ ended: control.endSessions(asked.service, asked.how, asked.account) });
    case 'delivery':
      control.setDelivery(asked.service, asked.delivery, asked.delay);
      break;
    case 'foreign-certificate':
      control.setForeignCertificate(asked.service, asked.on);
      break;
    case 'portal':
      control.setPortal(asked.portal);
      break;
    case 'official':
      control.setOfficial(asked.org, asked.status);
      break;
    case 'outage':
      control.playOutage(asked.how);
      break;
    case 'heal':
      control.heal();
  }
  return json({ done: asked.do });
};
