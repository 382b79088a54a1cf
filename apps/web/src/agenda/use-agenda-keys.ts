import { useEffect } from 'react';
import type { AgendaPlace } from './use-agenda-place.ts';

interface AgendaKeys extends Pick<AgendaPlace, 'show' | 'step' | 'toToday'> {
  readonly help: () => void;
}

/** Single letters, as long as nobody is typing and no dialog is open. */
export function useAgendaKeys({ show, step, toToday, help }: AgendaKeys): void {
  useEffect(() => {
    const actions: Record<string, () => void> = {
      t: toToday,
      m: () => show({ view: 'month' }),
      w: () => show({ view: 'week' }),
      d: () => show({ view: 'day' }),
      l: () => show({ view: 'list' }),
      n: () => step(1),
      p: () => step(-1),
      ArrowRight: () => step(1),
      ArrowLeft: () => step(-1),
      '?': help,
    };
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target))
        return;
      const action = actions[event.key];
      if (!action) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [show, step, toToday, help]);
}

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]')) return true;
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"]') !== null
  );
}
