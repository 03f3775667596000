import type { StoreResult } from '../store/count-store.ts';

/** The right to sign and publish, which one node holds at a time. */
export interface Lease {
  /**
   * Takes or renews it. `fence` strictly rises with every change of the holder, so that a holder that slept can be told
   * from the one that came after; null when another node holds it.
   */
  hold(node: string, now: number): Promise<StoreResult<number | null>>;
  /** Whether this fence is still the newest. Asked before signing and before publishing. */
  stands(fence: number): Promise<StoreResult<boolean>>;
  release(node: string): Promise<void>;
}
