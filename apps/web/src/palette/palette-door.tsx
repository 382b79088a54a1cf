import { Search, Zap } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { keyOf } from '../agenda/keys/key-of.ts';
import { useReader } from '../language/studio-reader.ts';
import { IconButton } from '../ui/controls/icon-button.tsx';

const Palette = lazy(() => import('./palette.tsx').then((file) => ({ default: file.Palette })));

/** The way to everything by a few letters: a key anywhere, and a button for those who do not know it yet. */
export function PaletteDoor({ small = false }: { readonly small?: boolean }) {
  const { words } = useReader();
  const [open, setOpen] = useState(false);
  usePaletteKey(() => setOpen(true));
  return (
    <>
      {small ? (
        <IconButton icon={Zap} label={words.palette.open} onClick={() => setOpen(true)} />
      ) : (
        <button
          type="button"
          title={words.palette.open}
          onClick={() => setOpen(true)}
          className="mb-4 flex h-10 items-center justify-center gap-3 rounded-lg border border-line px-3 text-soft transition-colors hover:bg-sunken hover:text-ink xl:justify-start"
        >
          <Search aria-hidden className="size-4.5 shrink-0" />
          <span className="sr-only min-w-0 flex-1 text-left xl:not-sr-only">
            <span className="block truncate">{words.palette.short}</span>
          </span>
          <kbd aria-hidden className="hidden font-sans text-xs whitespace-nowrap xl:block">
            {words.agenda.keyNames.Mod} K
          </kbd>
        </button>
      )}
      {open && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const ASKING = '[role="dialog"]:not([data-beside]), [role="alertdialog"], [role="menu"]';

/** Also while somebody types in a field of the page: no text is written with it. */
function usePaletteKey(open: () => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || keyOf(event) !== 'Mod+k') return;
      event.preventDefault();
      if (!document.querySelector(ASKING)) open();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
}
