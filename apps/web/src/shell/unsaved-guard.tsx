import { useBlocker } from '@tanstack/react-router';
import { useReader } from '../language/studio-reader.ts';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';

/** Asks before somebody leaves what they have typed; the browser itself asks before it closes the page. */
export function UnsavedGuard({ dirty }: { readonly dirty: boolean }) {
  const { words } = useReader();
  const blocker = useBlocker({
    shouldBlockFn: () => dirty,
    enableBeforeUnload: () => dirty,
    withResolver: true,
  });
  const blocked = blocker.status === 'blocked';
  return (
    <ConfirmDialog
      open={blocked}
      onClose={() => blocked && blocker.reset()}
      onConfirm={() => blocked && blocker.proceed()}
      pending={false}
      title={words.unsaved.title}
      lead={words.unsaved.lead}
      confirm={words.unsaved.leave}
      keep={words.unsaved.stay}
    />
  );
}
