import { useEffect, useRef } from 'react';
import { keyOf } from './key-of.ts';
import { KEY_TABLE, type KeyActions, type KeyId, meaningOf, type Where } from './key-table.ts';

/** Marks the element whose keys are those of the grid. */
export const GRID_KEYS = 'data-grid-keys';

const BY_NAME = 'atelier:key';

/** Does what a key does, for whoever chose it from a list instead of pressing it. */
export function doByKey(id: KeyId): void {
  window.dispatchEvent(new CustomEvent(BY_NAME, { detail: id }));
}

/**
 * Listens for the keys of the table. Several parts of a page may each answer to some of them.
 * @param page whose keys they are, outside the grid
 */
export function useKeys(actions: KeyActions, page: Exclude<Where, 'grid'> = 'page'): void {
  const latest = useRef(actions);
  useEffect(() => {
    latest.current = actions;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTaken(event)) return;
      const key = keyOf(event);
      const inGrid = event.target instanceof Element && event.target.closest(`[${GRID_KEYS}]`) !== null;
      // Enter presses what it stands on.
      if (key === 'Enter' && !inGrid && isPressable(event)) return;
      const id = meaningOf(key, inGrid ? 'grid' : page);
      const action = id === null ? undefined : latest.current[id];
      if (!action) return;
      event.preventDefault();
      action(key);
    };
    const named = (event: Event) => {
      const row = KEY_TABLE.find(({ id }) => event instanceof CustomEvent && id === event.detail);
      if (row) latest.current[row.id]?.(row.keys[0]);
    };
    window.addEventListener('keydown', press);
    window.addEventListener(BY_NAME, named);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener(BY_NAME, named);
    };
  }, [page]);
}

const LAYERS = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';
const TYPED_IN = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]';

function isPressable({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest('button, a[href], summary') !== null;
}

/** While somebody types, composes a sign, or answers a dialog, no key is ours. */
function isTaken({ target, isComposing, key }: KeyboardEvent): boolean {
  if (isComposing || key === 'Process' || key === 'Dead') return true;
  if (target instanceof Element && target.closest(`${TYPED_IN}, ${LAYERS}`)) return true;
  return [...document.querySelectorAll(LAYERS)].some((layer) => !layer.hasAttribute('data-beside'));
}
