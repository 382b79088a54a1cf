import { lazy, Suspense } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import type { GoToFormProps } from './go-to-form.tsx';

// With it comes the grammar of dates.
const GoToForm = lazy(() => import('./go-to-form.tsx').then((file) => ({ default: file.GoToForm })));

/** A date in words leads there. */
export function GoToDialog({ open, ...form }: GoToFormProps & { readonly open: boolean }) {
  const { words } = useReader();
  return (
    <Dialog open={open} onClose={form.onClose} title={words.agenda.goTo} lead={words.agenda.goToLead}>
      <Suspense fallback={<Skeleton className="h-28" />}>
        <GoToForm {...form} />
      </Suspense>
    </Dialog>
  );
}
