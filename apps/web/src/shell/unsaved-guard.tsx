import { useBlocker } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ui/overlay/confirm-dialog.tsx';

/** Asks before somebody leaves what they have typed; the browser itself asks before it closes the page. */
export function UnsavedGuard({ dirty }: { readonly dirty: boolean }) {
  const { t } = useTranslation();
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
      title={t('unsaved.title')}
      lead={t('unsaved.lead')}
      confirm={t('unsaved.leave')}
      keep={t('unsaved.stay')}
    />
  );
}
