import { useRef } from 'react';

const TAKES_FOCUS =
  'a[href], button:enabled, input:enabled, select:enabled, textarea:enabled, [tabindex="0"]';

/**
 * For the content of a dialog that opens without a trigger of Radix's own, which would otherwise leave the focus
 * nowhere when it closes: it goes back to where it was, or to the page when that is gone. While the dialog waits for
 * what it will show, the focus is on the whole of it, and not on the button that closes it.
 */
export function useFocusReturn() {
  const before = useRef<Element | null>(null);
  return {
    onOpenAutoFocus: (event: Event) => {
      before.current = document.activeElement;
      const content = event.currentTarget;
      if (!(content instanceof HTMLElement)) return;
      const [first] = content.querySelectorAll(TAKES_FOCUS);
      if (first && !first.hasAttribute('data-closes')) return;
      event.preventDefault();
      content.focus({ preventScroll: true });
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      const there = before.current?.isConnected ? before.current : document.getElementById('main');
      if (there instanceof HTMLElement) there.focus({ preventScroll: true });
    },
  };
}
