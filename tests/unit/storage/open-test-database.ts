import 'fake-indexeddb/auto';
import { openDatabase, type Database } from '../../../lib/storage/database.ts';
import { openConnection, type Connection, type OpenOptions } from '../../../lib/storage/open-connection.ts';

let count = 0;
/** A name that no other test uses. */
export const freshName = (): string => `test-${(count += 1)}`;

export const openTestDatabase = async (options: OpenOptions = {}): Promise<Database> => {
  const opened = await openDatabase({ name: freshName(), ...options });
  if (!opened.ok) throw new Error(opened.reason);
  return opened.database;
};

/** A bare connection, to put things into a database that no store would. */
export const rawConnection = async (name: string): Promise<Connection> => {
  const result = await openConnection({ name });
  if (!result.ok) throw new Error(result.reason);
  return result.connection;
};
