import { useSyncExternalStore } from 'react';
import { useOffline } from '../offline-context.ts';
import type { UnsentEdit } from './unsent-edit.ts';

const NONE: readonly UnsentEdit[] = [];
const NEVER = () => () => {};

/** What was done offline and has not gone out, the oldest first. */
export function useUnsentEdits(): readonly UnsentEdit[] {
  const edits = useOffline()?.edits;
  return useSyncExternalStore(edits?.subscribe ?? NEVER, edits?.list ?? (() => NONE));
}
