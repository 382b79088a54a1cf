import { scrollBy } from './autoscroll.ts';
import {
  follow,
  type Gesture,
  type Grip,
  type Held,
  IDLE,
  type Input,
  isDragging,
  type Wish,
} from './gesture.ts';
import { edgeAt, placeAt, scrollerOf } from './measure.ts';

const LONG_PRESS_MS = 350;
/** What has a click of its own within the grid. */
const OWN = '[role="link"], [aria-haspopup="dialog"], [role="dialog"] button, input';

interface Follower {
  /** The event that a block stands for. */
  readonly held: (id: string) => Held | null;
  readonly onGesture: (gesture: Gesture) => void;
  readonly onWish: (wish: Wish) => void;
}

type Keys = Pick<MouseEvent, 'altKey' | 'ctrlKey' | 'metaKey'>;

/**
 * Feeds what the pointer does over `root` to `follow`, which decides. Between the press and the end of a gesture it
 * listens to the whole window: a drag goes beyond the grid, and Esc may be pressed anywhere.
 * @returns how to stop
 */
export function followPointer(root: HTMLElement, { held, onGesture, onWish }: Follower): () => void {
  let gesture: Gesture = IDLE;
  let point = { x: 0, y: 0 };
  let keys: Keys = { altKey: false, ctrlKey: false, metaKey: false };
  let during = new AbortController();

  const feed = (input: Input) => {
    const before = gesture;
    const [next, wish] = follow(before, input);
    gesture = next;
    if (next !== before) onGesture(next);
    if (next.kind === 'idle') during.abort();
    if (isDragging(next) && !isDragging(before)) scrollWhile(during.signal);
    if (wish) onWish(wish);
  };
  const move = () => {
    const modifiers = { fine: keys.altKey, copy: keys.ctrlKey || keys.metaKey };
    feed({ type: 'move', at: point, place: placeAt(root, point.x, point.y), modifiers });
  };
  const scrollWhile = (signal: AbortSignal) => {
    const frame = () => {
      if (signal.aborted) return;
      if (isDragging(gesture) && gesture.moved && scrolled(root, point.y)) move();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  };
  const press = (event: PointerEvent) => {
    if (gesture.kind !== 'idle') return feed({ type: 'cancel' });
    const grip = event.button === 0 ? gripAt(root, event, held) : null;
    if (!grip) return;
    const touch = event.pointerType === 'touch';
    point = { x: event.clientX, y: event.clientY };
    during = new AbortController();
    listenDuring(during.signal, {
      root,
      feed,
      dragging: () => isDragging(gesture),
      moved(event) {
        keys = event;
        if (event instanceof PointerEvent) point = { x: event.clientX, y: event.clientY };
        if (gesture.kind !== 'pressed' || event instanceof PointerEvent) move();
      },
    });
    const timer = touch ? setTimeout(() => feed({ type: 'held' }), LONG_PRESS_MS) : undefined;
    during.signal.addEventListener('abort', () => clearTimeout(timer));
    feed({ type: 'press', touch, at: point, grip });
  };
  root.addEventListener('pointerdown', press);
  return () => {
    during.abort();
    root.removeEventListener('pointerdown', press);
  };
}

interface During {
  readonly root: HTMLElement;
  readonly feed: (input: Input) => void;
  readonly dragging: () => boolean;
  readonly moved: (event: PointerEvent | KeyboardEvent) => void;
}

function listenDuring(signal: AbortSignal, { root, feed, dragging, moved }: During): void {
  const key = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      return feed({ type: 'cancel' });
    }
    // Alt alone would open the menu of the browser.
    if (event.key === 'Alt') event.preventDefault();
    moved(event);
  };
  const keep = (event: Event) => {
    if (dragging() && event.cancelable) event.preventDefault();
  };
  const cancel = () => feed({ type: 'cancel' });
  window.addEventListener('pointermove', moved, { signal });
  window.addEventListener('pointerup', () => feed({ type: 'release' }), { signal });
  window.addEventListener('pointercancel', cancel, { signal });
  window.addEventListener('blur', cancel, { signal });
  window.addEventListener('keydown', key, { signal, capture: true });
  window.addEventListener('keyup', key, { signal, capture: true });
  // What is held by a finger neither scrolls the page nor opens the menu of a long press.
  root.addEventListener('touchmove', keep, { signal, passive: false });
  root.addEventListener('contextmenu', (event) => event.preventDefault(), { signal });
}

function gripAt(root: HTMLElement, event: PointerEvent, held: Follower['held']): Grip | null {
  const { target, clientX: x, clientY: y } = event;
  if (!(target instanceof Element) || target.closest(OWN)) return null;
  const block = target.closest('.agenda-event');
  const id = block?.querySelector('[data-event-id]')?.getAttribute('data-event-id');
  const place = target.closest('[role="dialog"]') ? null : placeAt(root, x, y);
  if (!block || !id) return place && { kind: 'empty', place };
  const known = held(id);
  if (!known) return null;
  const edge = place && edgeAt(block, x, y, event.pointerType === 'touch');
  const start = { kind: 'day', day: known.span.start.toPlainDate() } as const;
  return { kind: 'event', event: known, edge, place: place ?? start };
}

function scrolled(root: HTMLElement, y: number): boolean {
  const scroller = scrollerOf(root);
  const by = scroller ? scrollBy(y, scroller.getBoundingClientRect()) : 0;
  if (!scroller || by === 0) return false;
  const before = scroller.scrollTop;
  scroller.scrollTop += by;
  return scroller.scrollTop !== before;
}
