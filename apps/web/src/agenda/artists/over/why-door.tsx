import { CircleHelp } from 'lucide-react';
import { use, useEffect, useEffectEvent, useState } from 'react';
import { Temporal } from 'temporal-polyfill';
import { useReader } from '../../../language/studio-reader.ts';
import { SLOT } from '../../cursor/stops.ts';
import { type Box, boxOfPlace, placeAt } from '../../gesture/measure.ts';
import { GridRootContext } from '../../grid/grid-frame.tsx';

interface Pointed {
  /** In the column of an artist, which stands where a day does. */
  readonly at: Temporal.PlainDateTime;
  readonly box: Box;
}

interface WhyDoorProps {
  readonly onAsk: (at: Temporal.PlainDateTime) => void;
}

/** What takes a click of its own, or is no empty time. */
const TAKEN = '.agenda-event, button, a, [role="link"], [data-hold]';

/** A question mark at the empty time under the mouse; the other button of the mouse asks as well. A finger has its own way, see `useArtistWishes`. */
export function WhyDoor({ onAsk }: WhyDoorProps) {
  const { words } = useReader();
  const root = use(GridRootContext);
  const [pointed, setPointed] = useState<Pointed | null>(null);
  const ask = useEffectEvent(onAsk);
  useEffect(() => {
    const grid = root.current;
    if (!grid) return;
    const over = (event: PointerEvent) => {
      const isOwn = event.target instanceof Element && event.target.closest('[data-why]') !== null;
      if (event.pointerType !== 'mouse' || event.buttons !== 0) setPointed(null);
      else if (!isOwn) setPointed(pointedAt(grid, event));
    };
    const menu = (event: MouseEvent) => {
      if (event instanceof PointerEvent && event.pointerType === 'touch') return;
      const found = pointedAt(grid, event);
      if (!found) return;
      event.preventDefault();
      ask(found.at);
    };
    const away = () => setPointed(null);
    const press = ({ target }: Event) => {
      if (!(target instanceof Element && target.closest('[data-why]'))) away();
    };
    grid.addEventListener('pointermove', over);
    grid.addEventListener('pointerdown', press);
    grid.addEventListener('pointerleave', away);
    grid.addEventListener('scroll', away, { capture: true, passive: true });
    grid.addEventListener('contextmenu', menu);
    return () => {
      grid.removeEventListener('pointermove', over);
      grid.removeEventListener('pointerdown', press);
      grid.removeEventListener('pointerleave', away);
      grid.removeEventListener('scroll', away, { capture: true });
      grid.removeEventListener('contextmenu', menu);
    };
  }, [root]);
  if (!pointed) return null;
  const { at, box } = pointed;
  return (
    <button
      type="button"
      data-why
      // The keyboard asks with a key, at the time where it stands.
      tabIndex={-1}
      aria-haspopup="dialog"
      aria-label={words.whyClosed.title}
      title={words.whyClosed.title}
      onClick={() => onAsk(at)}
      style={{ left: box.left + box.width - 26, top: box.top + 1 }}
      className="pointer-events-auto absolute flex size-6 items-center justify-center rounded-full text-soft hover:bg-sunken hover:text-ink"
    >
      <CircleHelp aria-hidden className="size-4" />
    </button>
  );
}

/** The half hour under a point, where nothing stands. */
function pointedAt(root: HTMLElement, { clientX, clientY, target }: MouseEvent): Pointed | null {
  if (target instanceof Element && target.closest(TAKEN)) return null;
  const place = placeAt(root, clientX, clientY);
  if (place?.kind !== 'time') return null;
  const minute = Math.floor((place.at.hour * 60 + place.at.minute) / SLOT) * SLOT;
  const at = place.at.toPlainDate().toPlainDateTime().add({ minutes: minute });
  const box = boxOfPlace(root, { kind: 'time', at }, SLOT);
  return box && { at, box };
}
