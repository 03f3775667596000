import type { FromContent } from '../messaging/from-content.ts';
import type { ToastContent } from '../messaging/toast.ts';
import { createContentPort } from './content-port.ts';

/** What the toast script may do with the browser. */
export interface ToastPort {
  /** False once the extension was updated, switched off or removed. */
  alive(): boolean;
  /** The toast that stands for this page; null where there is none or the background could not say. */
  ask(): Promise<ToastContent | null>;
  /** Calls back with each toast that replaces what is shown; null takes it away. Returns the way to stop. */
  listen(listener: (toast: ToastContent | null) => void): () => void;
  pressed(incident: string): void;
  closed(incident: string): void;
}

const WORDS = ['incident', 'service', 'alarm', 'role', 'headline', 'line', 'action', 'close', 'language'];

/** A plain look at the shape: the schema library would be larger than the whole script. */
const asToast = (value: unknown): ToastContent | null => {
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Record<string, unknown>;
  return WORDS.every((name) => typeof fields[name] === 'string') ? (value as ToastContent) : null;
};

/** The toast script's port, on the bare API of Chrome or Firefox. */
export const createToastPort = (): ToastPort => {
  const port = createContentPort();
  return {
    alive: port.alive,
    async ask() {
      try {
        const api = (globalThis as { browser?: typeof chrome }).browser ?? globalThis.chrome;
        return asToast(await api.runtime.sendMessage({ type: 'toast-ready' } satisfies FromContent));
      } catch {
        return null;
      }
    },
    listen: (listener) =>
      port.listen((message) => {
        const isMine = message.type === 'toast';
        if (isMine) listener(asToast(message.toast));
        return isMine;
      }),
    pressed: (incident) => port.send({ type: 'toast-pressed', incident }),
    closed: (incident) => port.send({ type: 'toast-closed', incident }),
  };
};
