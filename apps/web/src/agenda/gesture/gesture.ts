import {
  clickedSpan,
  drawnSpan,
  type Edge,
  FINE_STEP,
  movedSpan,
  type Place,
  resizedSpan,
  STEP,
  sameSpan,
  type WallSpan,
} from './wall-span.ts';

/** What a gesture needs to know of an event. */
export interface Held {
  readonly id: string;
  readonly span: WallSpan;
  readonly movable: boolean;
}

/** What was taken hold of. */
export type Grip =
  | { readonly kind: 'empty'; readonly place: Place }
  | { readonly kind: 'event'; readonly event: Held; readonly edge: Edge | null; readonly place: Place };

/** In pixels of the window. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Keys that are held meanwhile. */
export interface Modifiers {
  readonly fine: boolean;
  readonly copy: boolean;
}

export type Gesture =
  | { readonly kind: 'idle' }
  | { readonly kind: 'pressed'; readonly touch: boolean; readonly from: Point; readonly grip: Grip }
  /** A finger that moves sideways before it has been held. */
  | { readonly kind: 'swiping'; readonly from: Point; readonly dx: number }
  | {
      readonly kind: 'dragging';
      readonly grip: Grip;
      /** Null while the pointer is over nothing that has a time. */
      readonly span: WallSpan | null;
      readonly copy: boolean;
      readonly moved: boolean;
      /** Where a finger has come to rest that has not been moved since. */
      readonly rests: Point | null;
    };

export type Input =
  | { readonly type: 'press'; readonly touch: boolean; readonly at: Point; readonly grip: Grip }
  /** A finger has stayed where it is for long enough. */
  | { readonly type: 'held' }
  | {
      readonly type: 'move';
      readonly at: Point;
      readonly place: Place | null;
      readonly modifiers: Modifiers;
    }
  | { readonly type: 'release' }
  | { readonly type: 'cancel' };

/** What follows from a gesture that has come to its end. */
export type Wish =
  /** `rested`: by a finger that stayed where it was, and drew nothing. */
  | { readonly kind: 'draft'; readonly span: WallSpan; readonly rested: boolean }
  | { readonly kind: 'open'; readonly id: string }
  | { readonly kind: 'shift'; readonly id: string; readonly span: WallSpan; readonly copy: boolean }
  | { readonly kind: 'refused'; readonly id: string }
  /** Why nothing can be booked at a time. */
  | { readonly kind: 'why'; readonly at: Temporal.PlainDateTime }
  | { readonly kind: 'step'; readonly direction: 1 | -1 };

export const IDLE: Gesture = { kind: 'idle' };

const MOUSE_SLOP_PX = 4;
const TOUCH_SLOP_PX = 10;
const SWIPE_PX = 56;

/** One gesture, from the press to what is wished for. Whatever is not wished for leaves everything as it was. */
export function follow(gesture: Gesture, input: Input): readonly [Gesture, Wish | null] {
  if (input.type === 'cancel') return [IDLE, null];
  if (input.type === 'press') {
    const { touch, at, grip } = input;
    return [{ kind: 'pressed', touch, from: at, grip }, null];
  }
  if (gesture.kind === 'pressed') return afterPress(gesture, input);
  if (gesture.kind === 'swiping') return whileSwiping(gesture, input);
  if (gesture.kind === 'dragging') return whileDragging(gesture, input);
  return [gesture, null];
}

type Pressed = Extract<Gesture, { kind: 'pressed' }>;
type Dragging = Extract<Gesture, { kind: 'dragging' }>;
type Later = Exclude<Input, { type: 'press' | 'cancel' }>;

function afterPress(gesture: Pressed, input: Later): readonly [Gesture, Wish | null] {
  const { grip, touch, from } = gesture;
  if (input.type === 'release') return [IDLE, touch && grip.kind === 'empty' ? null : clicked(grip)];
  if (input.type === 'held') return touch ? begun(grip, from) : [gesture, null];
  const [dx, dy] = [input.at.x - from.x, input.at.y - from.y];
  if (distance(from, input.at) < (touch ? TOUCH_SLOP_PX : MOUSE_SLOP_PX)) return [gesture, null];
  // A finger that moves at once scrolls, or turns the page.
  if (touch) return [Math.abs(dx) > 2 * Math.abs(dy) ? { kind: 'swiping', from, dx } : IDLE, null];
  const [next, wish] = begun(grip);
  return next.kind === 'dragging' ? whileDragging(next, input) : [next, wish];
}

function clicked(grip: Grip): Wish {
  return grip.kind === 'event'
    ? { kind: 'open', id: grip.event.id }
    : { kind: 'draft', span: clickedSpan(grip.place), rested: false };
}

function begun(grip: Grip, rests: Point | null = null): readonly [Gesture, Wish | null] {
  if (grip.kind === 'event' && !grip.event.movable) return [IDLE, { kind: 'refused', id: grip.event.id }];
  const span = grip.kind === 'event' ? grip.event.span : clickedSpan(grip.place);
  return [{ kind: 'dragging', grip, span, copy: false, moved: false, rests }, null];
}

function whileSwiping(
  gesture: Extract<Gesture, { kind: 'swiping' }>,
  input: Later,
): readonly [Gesture, Wish | null] {
  if (input.type === 'move') return [{ ...gesture, dx: input.at.x - gesture.from.x }, null];
  if (input.type !== 'release' || Math.abs(gesture.dx) < SWIPE_PX) return [IDLE, null];
  return [IDLE, { kind: 'step', direction: gesture.dx < 0 ? 1 : -1 }];
}

function whileDragging(gesture: Dragging, input: Later): readonly [Gesture, Wish | null] {
  if (input.type === 'held') return [gesture, null];
  if (input.type === 'release') return [IDLE, dropped(gesture)];
  const { at, place, modifiers } = input;
  if (gesture.rests && distance(gesture.rests, at) < TOUCH_SLOP_PX) return [gesture, null];
  const step = modifiers.fine ? FINE_STEP : STEP;
  const span = place && spanAt(gesture.grip, place, step);
  const copy = modifiers.copy && gesture.grip.kind === 'event' && gesture.grip.edge === null;
  return [{ ...gesture, span, copy, moved: true, rests: null }, null];
}

function spanAt(grip: Grip, place: Place, step: number): WallSpan {
  if (grip.kind === 'empty') return drawnSpan(grip.place, place, step);
  const { event, edge } = grip;
  return edge === null
    ? movedSpan(event.span, grip.place, place, step)
    : resizedSpan(event.span, edge, place, step);
}

function dropped({ grip, span, copy, rests }: Dragging): Wish | null {
  if (span === null) return null;
  if (grip.kind === 'empty') return { kind: 'draft', span, rested: rests !== null };
  const { id, span: before } = grip.event;
  return sameSpan(before, span) && !copy ? null : { kind: 'shift', id, span, copy };
}

const distance = (one: Point, other: Point) => Math.hypot(one.x - other.x, one.y - other.y);

/** Whether the pointer belongs to the gesture now, so that nothing scrolls under it. */
export const isDragging = (gesture: Gesture): gesture is Dragging => gesture.kind === 'dragging';
