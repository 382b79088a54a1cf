import type { Query } from '../database.ts';
import type { TableHead } from './backup-script.ts';
import { tableColumns, tableReferences } from './table-plan.sql.ts';

export interface TablePlan extends TableHead {
  /** The column that the database counts up by itself; null where there is none. */
  readonly counter: string | null;
}

export interface Reference {
  readonly from: string;
  readonly to: string;
}

/** What is kept elsewhere, is over in minutes, or must not come back: nobody stays signed in over a restore. */
const LEFT_OUT = new Set([
  'schema_migration',
  'change',
  'session',
  'verification',
  'login_flow',
  'provider_sign_in',
  'limit_count',
]);

/** Every table that a backup holds, those first that others refer to. */
export async function planTables(query: Query): Promise<readonly TablePlan[]> {
  const tables = (await query(tableColumns)).filter(({ table }) => !LEFT_OUT.has(table));
  const byName = new Map(tables.map((one) => [one.table, one]));
  return inOrder([...byName.keys()], await query(tableReferences)).flatMap((name) => byName.get(name) ?? []);
}

/** @throws where tables refer to each other in a circle: no order would be right. */
export function inOrder(names: readonly string[], references: readonly Reference[]): readonly string[] {
  const placed = new Set<string>();
  const known = new Set(names);
  const heldBy = Map.groupBy(
    references.filter(({ to }) => known.has(to)),
    ({ from }) => from,
  );
  while (placed.size < names.length) {
    const next = names.filter(
      (name) => !placed.has(name) && (heldBy.get(name) ?? []).every(({ to }) => placed.has(to)),
    );
    if (next.length === 0) throw new Error('The tables refer to each other in a circle.');
    for (const name of next) placed.add(name);
  }
  return [...placed];
}
