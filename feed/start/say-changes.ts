import type { Logger } from 'pino';

/** Sentences of one kind are said when they change, and not again every second. */
export const sayChanges = (log: Logger) => {
  const said = new Map<string, string>();
  return (about: string, outcome: string, isTrouble: boolean, more: Record<string, unknown> = {}): void => {
    const before = said.get(about);
    said.set(about, outcome);
    if (before === outcome || (before === undefined && !isTrouble)) return;
    if (isTrouble) log.warn({ about, outcome, ...more }, 'trouble');
    else log.info({ about, outcome, ...more }, 'well again');
  };
};
export type SayChanges = ReturnType<typeof sayChanges>;
