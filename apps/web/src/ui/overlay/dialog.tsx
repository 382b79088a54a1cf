import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Layer } from './layer.tsx';

interface DialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly lead?: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A sheet from below on a phone, a card in the middle elsewhere. */
export function Dialog({ open, onClose, title, lead, wide = false, children }: DialogProps) {
  return (
    <Layer
      open={open}
      onClose={onClose}
      described={Boolean(lead)}
      className={classNames(
        'inset-x-0 bottom-0 max-h-[92dvh] rounded-t-2xl',
        'sm:inset-auto sm:top-1/2 sm:left-1/2 sm:max-h-[min(88dvh,760px)] sm:-translate-x-1/2 sm:-translate-y-1/2 sm:rounded-2xl',
        wide ? 'sm:w-[min(92vw,640px)]' : 'sm:w-[min(92vw,480px)]',
      )}
    >
      <div className="py-5 pr-14 pl-5 sm:pl-6">
        <Radix.Title className="text-lg font-semibold">{title}</Radix.Title>
        {lead && <Radix.Description className="mt-1.5 text-soft">{lead}</Radix.Description>}
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5 sm:px-6 sm:pb-6">{children}</div>
    </Layer>
  );
}

/** The buttons at the end of a dialog; the one that goes on comes last. */
export function DialogActions({ children }: { readonly children: ReactNode }) {
  return <div className="mt-6 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">{children}</div>;
}
