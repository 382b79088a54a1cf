import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { CloseButton } from './close-button.tsx';

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
}

/** What stands beside the page on a large screen, and slides over it on a small one. */
export function Drawer({ open, onClose, title, children }: DrawerProps) {
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Radix.Content
          aria-describedby={undefined}
          className="fixed inset-y-0 right-0 z-50 flex w-[min(88vw,340px)] animate-rise flex-col bg-raised shadow-float focus:outline-none"
        >
          <Radix.Title className="flex h-15 items-center border-b border-line px-5 text-base font-semibold">
            {title}
          </Radix.Title>
          <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
          <CloseButton />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
