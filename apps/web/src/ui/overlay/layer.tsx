import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { CloseButton } from '../controls/close-button.tsx';
import { useFocusReturn } from './use-focus-return.ts';

type CSSVariables = Readonly<Record<`--${string}`, string>>;

interface LayerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Where it lies and how large it is. */
  readonly className: string;
  /** Whether a `Radix.Description` is among its children. */
  readonly described?: boolean;
  readonly style?: CSSVariables;
  readonly children: ReactNode;
}

/** What lies over the page until it is closed: a dialog, a drawer. Focus stays inside and returns afterwards. */
export function Layer({ open, onClose, className, described = false, style, children }: LayerProps) {
  const focusReturn = useFocusReturn();
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-black/45" />
        <Radix.Content
          {...focusReturn}
          {...(described ? {} : { 'aria-describedby': undefined })}
          style={style}
          className={`fixed z-50 flex animate-rise flex-col bg-raised shadow-float focus:outline-none ${className}`}
        >
          {children}
          <CloseButton />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
