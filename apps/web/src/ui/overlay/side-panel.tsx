import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { IconButton } from '../controls/icon-button.tsx';

interface SidePanelProps {
  readonly title: ReactNode;
  readonly onClose: () => void;
  /** Keys that are pressed inside it, before Escape closes it. */
  readonly onKeyDown?: (event: KeyboardEvent<HTMLElement>) => void;
  /** Stays in sight below what scrolls. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/**
 * Stands beside the page and blocks nothing of it: at its right on a large screen, over its edge on a small one, a sheet
 * from below on a phone. Takes the focus when it opens and gives it back.
 */
export function SidePanel({ title, onClose, onKeyDown, footer, children }: SidePanelProps) {
  const { words } = useReader();
  const heading = useId();
  const panel = useRef<HTMLDivElement>(null);
  useFocusWhileOpen(panel);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Escape closes it, as it does every dialog
    <div
      ref={panel}
      role="dialog"
      aria-modal="false"
      aria-labelledby={heading}
      // Keys of the page still count while it is open.
      data-beside
      tabIndex={-1}
      onKeyDown={(event) => {
        onKeyDown?.(event);
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
      className="fixed inset-x-0 bottom-0 z-40 flex max-h-[85dvh] animate-rise flex-col rounded-t-2xl border-t border-line bg-raised shadow-float focus:outline-none sm:inset-x-auto sm:inset-y-0 sm:right-0 sm:max-h-none sm:w-96 sm:rounded-none sm:border-t-0 sm:border-l lg:static lg:shrink-0 lg:animate-none lg:shadow-none"
    >
      <div className="flex items-center gap-2 py-2 pr-2 pl-5">
        <h2 id={heading} className="min-w-0 flex-1 text-lg font-semibold break-words">
          {title}
        </h2>
        <IconButton icon={X} label={words.common.close} onClick={onClose} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">{children}</div>
      {footer && <div className="border-t border-line px-5 py-3">{footer}</div>}
    </div>
  );
}

function useFocusWhileOpen(panel: React.RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const before = document.activeElement;
    const first = panel.current?.querySelector<HTMLElement>('[data-autofocus]') ?? panel.current;
    first?.focus({ preventScroll: true });
    return () => {
      const there =
        before?.isConnected && before !== document.body ? before : document.getElementById('main');
      // Where the focus has gone elsewhere meanwhile, it stays.
      const free = document.activeElement === null || document.activeElement === document.body;
      if (free && there instanceof HTMLElement) there.focus({ preventScroll: true });
    };
  }, [panel]);
}
