import { useState } from 'react';
import { newKey } from '../../api/new-key.ts';
import { trpc } from '../../api/trpc.ts';
import { sendChange } from './change.ts';
import { createEditStore, type EditStore } from './edit-store.ts';

/** Lives as long as the page of the agenda, so that going to another week takes no step away. */
export function useEditStore(): EditStore {
  const utils = trpc.useUtils();
  const [store] = useState(() =>
    createEditStore({
      send: (change, editId) => sendChange(utils.client, change, editId),
      takeBack: (editId, as) => utils.client.agenda.undo.mutate({ editId, as }),
      refresh: () =>
        Promise.all([
          utils.agenda.events.invalidate(),
          utils.agenda.event.invalidate(),
          utils.agenda.deleted.invalidate(),
          utils.conflicts.waiting.invalidate(),
        ]),
      newId: newKey,
    }),
  );
  return store;
}
