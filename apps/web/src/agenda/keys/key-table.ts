/** Where a key counts: anywhere on the page of the agenda, while the cursor stands in its grid, or on that of mail. */
export type Where = 'page' | 'grid' | 'mail';

interface KeyRow {
  readonly id: string;
  /** As `keyOf` names them; the sheet shows them in this order. */
  readonly keys: readonly string[];
  readonly where: Where;
}

/**
 * Every key of the agenda and of mail: what is pressed is looked up here, and the sheet of `?` is made of it. A row needs its words
 * in `agenda.shortcut`, and somebody who calls `useKeys` with its id.
 */
export const KEY_TABLE = [
  { id: 'create', keys: ['c'], where: 'page' },
  { id: 'quick', keys: ['q'], where: 'page' },
  { id: 'today', keys: ['t'], where: 'page' },
  { id: 'next', keys: ['j', 'ArrowRight'], where: 'page' },
  { id: 'previous', keys: ['k', 'ArrowLeft'], where: 'page' },
  { id: 'goTo', keys: ['g'], where: 'page' },
  { id: 'search', keys: ['/'], where: 'page' },
  { id: 'nextHit', keys: ['n'], where: 'page' },
  { id: 'previousHit', keys: ['N'], where: 'page' },
  { id: 'month', keys: ['m'], where: 'page' },
  { id: 'week', keys: ['w'], where: 'page' },
  { id: 'day', keys: ['d'], where: 'page' },
  { id: 'list', keys: ['l'], where: 'page' },
  { id: 'artists', keys: ['a'], where: 'page' },
  { id: 'palette', keys: ['Mod+k'], where: 'page' },
  { id: 'zone', keys: ['z'], where: 'page' },
  { id: 'sidebar', keys: ['['], where: 'page' },
  { id: 'calendar', keys: ['1', '2', '3', '4', '5', '6', '7', '8', '9'], where: 'page' },
  { id: 'undo', keys: ['Mod+z'], where: 'page' },
  { id: 'redo', keys: ['Mod+Shift+z', 'Mod+y'], where: 'page' },
  { id: 'help', keys: ['?'], where: 'page' },
  { id: 'walk', keys: ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'], where: 'grid' },
  { id: 'weeks', keys: ['PageUp', 'PageDown'], where: 'grid' },
  { id: 'edges', keys: ['Home', 'End'], where: 'grid' },
  { id: 'enter', keys: ['Enter', ' '], where: 'grid' },
  { id: 'why', keys: ['y'], where: 'grid' },
  { id: 'carry', keys: ['Alt+ArrowUp', 'Alt+ArrowDown', 'Alt+ArrowLeft', 'Alt+ArrowRight'], where: 'grid' },
  { id: 'stretch', keys: ['Alt+Shift+ArrowUp', 'Alt+Shift+ArrowDown'], where: 'grid' },
  { id: 'restore', keys: ['Escape', 'Alt+Escape'], where: 'grid' },
  { id: 'copy', keys: ['Mod+c'], where: 'grid' },
  { id: 'paste', keys: ['Mod+v'], where: 'grid' },
  { id: 'remove', keys: ['Delete', 'Backspace'], where: 'grid' },
  { id: 'mailNext', keys: ['j'], where: 'mail' },
  { id: 'mailPrevious', keys: ['k'], where: 'mail' },
  { id: 'mailOpen', keys: ['Enter', 'o'], where: 'mail' },
  { id: 'mailList', keys: ['Escape', 'u'], where: 'mail' },
  { id: 'mailSelect', keys: ['x'], where: 'mail' },
  { id: 'mailArchive', keys: ['e'], where: 'mail' },
  { id: 'mailDelete', keys: ['#', 'Delete'], where: 'mail' },
  { id: 'mailStar', keys: ['s'], where: 'mail' },
  { id: 'mailUnread', keys: ['U'], where: 'mail' },
  { id: 'mailReply', keys: ['r'], where: 'mail' },
  { id: 'mailReplyAll', keys: ['a'], where: 'mail' },
  { id: 'mailForward', keys: ['f'], where: 'mail' },
  { id: 'mailWrite', keys: ['c'], where: 'mail' },
  { id: 'mailSearch', keys: ['/'], where: 'mail' },
  { id: 'mailHelp', keys: ['?'], where: 'mail' },
] as const satisfies readonly KeyRow[];

export type KeyId = (typeof KEY_TABLE)[number]['id'];

export type KeyActions = { readonly [Id in KeyId]?: (key: string) => void };

/** What a key means: in the grid what counts there goes before what counts on the whole page. */
export function meaningOf(key: string, where: Where): KeyId | null {
  const rows: readonly KeyRow[] = KEY_TABLE;
  const found = (wanted: Where) => rows.find((row) => row.where === wanted && row.keys.includes(key));
  const row = where === 'grid' ? (found('grid') ?? found('page')) : found(where);
  return KEY_TABLE.find(({ id }) => id === row?.id)?.id ?? null;
}
