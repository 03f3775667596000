/**
 * One step from one version of the database to the next. It must only use the transaction it is given: waiting for
 * anything else would let the browser commit half of it.
 */
export interface DatabaseUpgrade {
  /** The version it leads to; the list has no gaps. */
  readonly version: number;
  apply(database: IDBDatabase, transaction: IDBTransaction): void;
}
