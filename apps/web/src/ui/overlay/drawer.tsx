import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import { Layer } from './layer.tsx';

interface DrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  /** For a whole page's worth of content. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** What stands beside the page on a large screen, and slides over it on a small one. */
export function Drawer({ open, onClose, title, wide = false, children }: DrawerProps) {
  return (
    <Layer
      open={open}
      onClose={onClose}
      className={classNames('inset-y-0 right-0', wide ? 'w-[min(92vw,600px)]' : 'w-[min(88vw,340px)]')}
    >
      <Radix.Title className="flex h-15 items-center border-b border-line px-5 text-base font-semibold">
        {title}
      </Radix.Title>
      <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
    </Layer>
  );
}
