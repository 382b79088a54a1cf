import { X } from 'lucide-react';
import { Dialog } from 'radix-ui';
import { useReader } from '../../language/studio-reader.ts';

/**
 * Stands last, so that a dialog opens with the focus on its content. Without a tooltip, which would
 * take the first Escape for itself.
 */
export function CloseButton() {
  const { words } = useReader();
  return (
    <Dialog.Close
      data-closes
      aria-label={words.common.close}
      className="absolute top-2.5 right-2.5 flex size-10 items-center justify-center rounded-lg text-soft hover:bg-sunken hover:text-ink"
    >
      <X aria-hidden className="size-[18px]" />
    </Dialog.Close>
  );
}
