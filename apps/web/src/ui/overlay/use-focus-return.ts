import { useRef } from 'react';

/**
 * For the content of a dialog that opens without a trigger of Radix's own, which would otherwise leave the focus
 * nowhere when it closes: it goes back to where it was, or to the page when that is gone.
 */
export function useFocusReturn() {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: () => {
      before.current = document.activeElement;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      const there = before.current?.isConnected ? before.current : document.getElementById('main');
      if (there instanceof HTMLElement) there.focus({ preventScroll: true });
    },
  };
}
