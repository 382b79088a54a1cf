import type { Database } from '../database.ts';
import type { Statement } from '../statement.ts';

type Around = (statement: Statement, run: () => Promise<object[]>) => Promise<object[]>;

/** The same database, but for what `around` does with each statement that is run outside a transaction. */
export function aroundStatements(database: Database, around: Around): Database {
  const query = new Proxy(database.query, {
    apply: (ask, self, args) => around(args[0], async () => Reflect.apply(ask, self, args)),
  });
  return { ...database, query };
}
