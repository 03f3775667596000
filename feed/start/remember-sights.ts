import { officialWord } from '../../lib/model/feed.ts';
import { serviceId } from '../../lib/model/service-id.ts';
import { z } from '../../lib/model/zod.ts';
import type { ProbeBoard } from '../probes/probe-board.ts';
import type { OfficialBoard } from '../sources/official-board.ts';
import type { Source } from '../sources/source.ts';
import type { History } from '../store/history.ts';

export interface Boards {
  readonly official: OfficialBoard;
  readonly looks: ProbeBoard;
}

const moment = z.int().check(z.gte(0));
const sights = z.strictObject({
  sources: z.array(
    z.strictObject({
      name: z.string(),
      readAt: z.nullable(moment),
      failedAt: z.nullable(moment),
      words: z.array(z.strictObject({ service: serviceId, word: officialWord })),
    }),
  ),
  looks: z.array(z.strictObject({ service: serviceId, ok: z.boolean(), at: moment })),
});

/** Keeps what the boards know. */
export const keepSights = ({ official, looks }: Boards, history: Pick<History, 'saveSights'>): void => {
  const sources = [...official.kept()].map(([name, { words, readAt, failedAt }]) => ({
    ...{ name, readAt, failedAt },
    words: [...words].map(([service, word]) => ({ service, word })),
  }));
  history.saveSights({ sources, looks: looks.kept() });
};

/**
 * Tells the boards what was kept of an earlier process, each thing with the time at which it was seen: how long it holds is
 * the boards' own matter. Else a start in the middle of an outage would know of none until everything had been read again.
 */
export const recallSights = (
  { official, looks }: Boards,
  sources: readonly Source[],
  history: Pick<History, 'sights'>,
): void => {
  const kept = z.safeParse(sights, history.sights());
  if (!kept.success) return;
  for (const { name, readAt, failedAt, words } of kept.data.sources) {
    const source = sources.find((one) => one.name === name);
    if (source && readAt !== null) official.record(source, { ok: true, readings: words }, readAt);
    if (source && failedAt !== null) official.record(source, { ok: false, fault: 'unreachable' }, failedAt);
  }
  for (const look of kept.data.looks) looks.record(look);
};
