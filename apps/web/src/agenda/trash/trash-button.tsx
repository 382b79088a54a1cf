import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { TrashDialog } from './trash-dialog.tsx';

/** The way to what was deleted. */
export function TrashButton() {
  const { words } = useReader();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" className="text-soft max-lg:h-11" onClick={() => setOpen(true)}>
        <Trash2 aria-hidden className="size-4" />
        {words.edit.trash.open}
      </Button>
      <TrashDialog open={open} onClose={() => setOpen(false)} />
    </>
  );
}
