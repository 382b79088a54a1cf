import { Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useEver } from '../../ui/use-ever.ts';

const TrashDialog = lazy(() => import('./trash-dialog.tsx').then((file) => ({ default: file.TrashDialog })));

/** The way to what was deleted. */
export function TrashButton() {
  const { words } = useReader();
  const [open, setOpen] = useState(false);
  const asked = useEver(open);
  return (
    <>
      <Button look="quiet" size="small" className="text-soft max-lg:h-11" onClick={() => setOpen(true)}>
        <Trash2 aria-hidden className="size-4" />
        {words.edit.trash.open}
      </Button>
      <Suspense>{asked && <TrashDialog open={open} onClose={() => setOpen(false)} />}</Suspense>
    </>
  );
}
