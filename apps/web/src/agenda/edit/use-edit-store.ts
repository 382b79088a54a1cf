import { TRPCClientError } from '@trpc/client';
import { useState } from 'react';
import { newKey } from '../../api/new-key.ts';
import { trpc } from '../../api/trpc.ts';
import { useOffline } from '../../offline/offline-context.ts';
import { sendChange } from './change.ts';
import { createEditStore, type EditStore } from './edit-store.ts';

/** Lives as long as the page of the agenda, so that going to another week takes no step away. */
export function useEditStore(): EditStore {
  const utils = trpc.useUtils();
  const unsent = useOffline()?.edits;
  const [store] = useState(() =>
    createEditStore({
      send: async (change, editId) => {
        // What was done before and has not gone out goes first.
        await unsent?.flush();
        if (unsent && !unsent.hasTurn()) throw new TRPCClientError('changes before this one wait');
        return sendChange(utils.client, change, editId);
      },
      wait:
        unsent &&
        (({ change, step, pending }) =>
          unsent.wait({ editId: step.editId, change, text: step.text, pending, at: new Date() })),
      takeBack: async (editId, as) =>
        (await unsent?.discard(editId)) || utils.client.agenda.undo.mutate({ editId, as }),
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
