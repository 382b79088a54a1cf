import { useBlocker } from '@tanstack/react-router';
import { useReader } from '../language/studio-reader.ts';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';

interface Place {
  readonly pathname: string;
}

interface UnsavedGuardProps {
  readonly dirty: boolean;
  /** Whether what is typed stays on the way from one address to another. */
  readonly keeps?: (from: Place, to: Place) => boolean;
}

/** Asks before somebody leaves what they have typed; the browser itself asks before it closes the page. */
export function UnsavedGuard({ dirty, keeps = () => false }: UnsavedGuardProps) {
  const { words } = useReader();
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) => dirty && !keeps(current, next),
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
