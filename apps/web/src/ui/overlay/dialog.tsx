import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { CloseButton } from '../controls/close-button.tsx';
import { useFocusReturn } from './use-focus-return.ts';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A sheet from below on a phone, a card in the middle elsewhere. Focus stays inside and returns afterwards. */
export function Dialog({ open, onClose, title, lead, wide = false, children }: DialogProps) {
  const focusReturn = useFocusReturn();
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Radix.Content
          {...focusReturn}
          {...(lead ? {} : { 'aria-describedby': undefined })}
          className={classNames(
            'fixed inset-x-0 bottom-0 z-50 flex max-h-[92dvh] animate-rise flex-col rounded-t-2xl bg-raised shadow-float focus:outline-none',
            'sm:inset-auto sm:top-1/2 sm:left-1/2 sm:max-h-[min(88dvh,760px)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl',
            wide ? 'sm:w-[min(92vw,640px)]' : 'sm:w-[min(92vw,480px)]',
          )}
        >
          <header className="py-5 pr-14 pl-5 sm:pl-6">
            <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
            {lead && <Radix.Description className="mt-1.5 text-soft">{lead}</Radix.Description>}
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5 sm:px-6 sm:pb-6">{children}</div>
          <CloseButton />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

/** The buttons at the end of a dialog; the one that goes on comes last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{children}</div>;
}
