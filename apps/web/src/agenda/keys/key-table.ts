/** Where a key counts: anywhere on the page of the agenda, or while the cursor stands in its grid. */
type Where = 'page' | 'grid';

interface KeyRow {
  readonly id: string;
  /** As `keyOf` names them; the sheet shows them in this order. */
  readonly keys: readonly string[];
  readonly where: Where;
}

/**
 * Every key of the agenda: what is pressed is looked up here, and the sheet of `?` is made of it. A row needs its words
 * in `agenda.shortcut`, and somebody who calls `useKeys` with its id.
 */
export const KEY_TABLE = [
  { id: 'quick', keys: ['q'], where: 'page' },
  { id: 'today', keys: ['t'], where: 'page' },
  { id: 'next', keys: ['j', 'ArrowRight'], where: 'page' },
  { id: 'previous', keys: ['k', 'ArrowLeft'], where: 'page' },
  { id: 'month', keys: ['m'], where: 'page' },
  { id: 'week', keys: ['w'], where: 'page' },
  { id: 'day', keys: ['d'], where: 'page' },
  { id: 'list', keys: ['l'], where: 'page' },
  { id: 'help', keys: ['?'], where: 'page' },
] as const satisfies readonly KeyRow[];

export type KeyId = (typeof KEY_TABLE)[number]['id'];

export type KeyActions = { readonly [Id in KeyId]?: (key: string) => void };

/** What a key means: in the grid what counts there goes before what counts on the whole page. */
export function meaningOf(key: string, where: Where): KeyId | null {
  const rows: readonly KeyRow[] = KEY_TABLE;
  const found = (wanted: Where) => rows.find((row) => row.where === wanted && row.keys.includes(key));
  const row = where === 'grid' ? (found('grid') ?? found('page')) : found('page');
  return KEY_TABLE.find(({ id }) => id === row?.id)?.id ?? null;
}
