import { Temporal } from 'temporal-polyfill';
import { dayOf, daysTouched, type Edge, type Place, type WallSpan } from './wall-span.ts';

/** The classes that the grid gives to what is measured here. */
export const LANE = 'agenda-lane';
export const CELL = 'agenda-cell';
/** On a view that was left and is kept out of sight: nothing in it counts. */
export const KEPT = 'data-kept';
/** On the days of the small month, which take drops too: an ISO date. */
export const PICK_DAY = 'data-pick-day';

const DAY_MINUTES = 1_440;
const EDGE_PX = 7;
const TOUCH_EDGE_PX = 16;
const BAR_PX = 22;
/** The number of the day stands above the bars of a month. */
const MONTH_HEAD_PX = 28;

/** In pixels, from the upper left corner of the root. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

const IN_SIGHT = `:not([${KEPT}] *)`;
const all = (root: Element, name: string) => [
  ...root.querySelectorAll<HTMLElement>(`.${name}[data-date]${IN_SIGHT}`),
];
const dateOf = (element: HTMLElement) => element.dataset['date'] ?? '';

/** The block of the event at which a search stands. */
export const foundIn = (root: ParentNode) => root.querySelector(`.agenda-found${IN_SIGHT}`);

/** What scrolls the hours; null where no hours are shown. */
export function scrollerOf(root: Element): HTMLElement | null {
  let element: HTMLElement | null = root.querySelector<HTMLElement>(`:is(.${LANE}, .${CELL})${IN_SIGHT}`);
  while (element && element !== root && !/auto|scroll/.test(getComputedStyle(element).overflowY))
    element = element.parentElement;
  return element === root ? null : element;
}

/** What a point of the window means in the grid, or in the small month beside it. */
export function placeAt(root: Element, x: number, y: number): Place | null {
  const under = document.elementsFromPoint(x, y);
  const picked = under.map((each) => each.getAttribute(PICK_DAY)).find((date) => date !== null);
  if (picked) return { kind: 'day', day: Temporal.PlainDate.from(picked) };
  const lanes = all(root, LANE);
  const cell = under.find(
    (each): each is HTMLElement => each instanceof HTMLElement && each.matches(`.${CELL}`),
  );
  if (cell?.dataset['date'] && root.contains(cell))
    return { kind: lanes.length > 0 ? 'allDay' : 'day', day: Temporal.PlainDate.from(dateOf(cell)) };
  return lanes.length > 0 ? timeAt(root, lanes, x, y) : null;
}

/** Beyond the edges of the hours the nearest time in sight counts, so that a drag may leave them. */
function timeAt(root: Element, lanes: readonly HTMLElement[], x: number, y: number): Place | null {
  const area = root.getBoundingClientRect();
  const scroller = scrollerOf(root)?.getBoundingClientRect() ?? area;
  if (x < area.left || x > area.right || y < scroller.top) return null;
  const lane = lanes.toSorted((a, b) => distance(a, x) - distance(b, x))[0];
  if (!lane) return null;
  const { top, height } = lane.getBoundingClientRect();
  const inSight = Math.min(y, scroller.bottom);
  const minutes = Math.min(DAY_MINUTES - 1, Math.max(0, ((inSight - top) / height) * DAY_MINUTES));
  const midnight = Temporal.PlainDate.from(dateOf(lane)).toPlainDateTime();
  return { kind: 'time', at: midnight.add({ minutes: Math.round(minutes) }) };
}

function distance(element: Element, x: number): number {
  const { left, right } = element.getBoundingClientRect();
  return x < left ? left - x : Math.max(0, x - right);
}

/** Which edge of an event a point is at, where that edge can be dragged. */
export function edgeAt(block: Element, x: number, y: number, touch: boolean): Edge | null {
  const box = block.getBoundingClientRect();
  const lies = block.closest(`.${LANE}`) !== null;
  const [length, from] = lies ? [box.height, y - box.top] : [box.width, x - box.left];
  const reach = Math.min(touch ? TOUCH_EDGE_PX : EDGE_PX, length / 4);
  if (from <= reach && block.classList.contains('agenda-begins')) return 'start';
  if (from >= length - reach && block.classList.contains('agenda-ends')) return 'end';
  return null;
}

/** The columns of the hours, from left to right. */
export function lanesOf(root: Element): readonly Box[] {
  const area = root.getBoundingClientRect();
  return all(root, LANE).map((lane) => {
    const { left, top, width, height } = lane.getBoundingClientRect();
    return { left: left - area.left, top: top - area.top, width, height };
  });
}

/** Where a span would lie: a box in each lane or row that it touches and that is in sight. */
export function boxesOf(root: Element, span: WallSpan): readonly Box[] {
  const lanes = all(root, LANE);
  if (!span.allDay && lanes.length > 0) return lanes.flatMap((lane) => laneBox(root, lane, span));
  return rowBoxes(root, span, lanes.length > 0 ? 'row' : 'month');
}

function laneBox(root: Element, lane: HTMLElement, { start, end }: WallSpan): readonly Box[] {
  const midnight = Temporal.PlainDate.from(dateOf(lane)).toPlainDateTime();
  const minutesTo = (at: Temporal.PlainDateTime) => midnight.until(at).total('minutes');
  const [from, to] = [Math.max(0, minutesTo(start)), Math.min(DAY_MINUTES, minutesTo(end))];
  if (to < from || from >= DAY_MINUTES || (to === from && minutesTo(end) < 0)) return [];
  if (to === 0 && minutesTo(start) < 0) return [];
  const { left, top, width, height } = lane.getBoundingClientRect();
  const minute = height / DAY_MINUTES;
  const box = { left, width, top: top + from * minute, height: Math.max(4, (to - from) * minute) };
  return clipped(root, box, scrollerOf(root));
}

function rowBoxes(root: Element, span: WallSpan, where: 'row' | 'month'): readonly Box[] {
  const first = span.start.toPlainDate();
  const days = new Set(
    Array.from({ length: Math.min(62, daysTouched(span)) }, (_, index) =>
      first.add({ days: index }).toString(),
    ),
  );
  const rows = Map.groupBy(
    all(root, CELL)
      .filter((cell) => days.has(dateOf(cell)))
      .map((cell) => cell.getBoundingClientRect()),
    ({ top }) => Math.round(top),
  );
  const head = where === 'month' ? MONTH_HEAD_PX : 1;
  return [...rows.values()].flatMap((cells) => {
    const left = Math.min(...cells.map((cell) => cell.left));
    const right = Math.max(...cells.map((cell) => cell.right));
    const top = (cells[0]?.top ?? 0) + head;
    return clipped(root, { left, top, width: right - left, height: BAR_PX }, null);
  });
}

/** The box of a place where the cursor stands. */
export function boxOfPlace(root: Element, place: Place, minutes: number): Box | null {
  if (place.kind === 'time') {
    const span = { allDay: false, start: place.at, end: place.at.add({ minutes }) };
    return boxesOf(root, span)[0] ?? null;
  }
  const date = dayOf(place).toString();
  const cell = all(root, CELL).find((each) => dateOf(each) === date);
  return cell ? (clipped(root, cell.getBoundingClientRect(), null)[0] ?? null) : null;
}

/** The blocks that stand for an event and are not hidden behind "+2 more". */
export function blocksOf(root: Element, id: string): readonly HTMLElement[] {
  return [...root.querySelectorAll(`[data-event-id="${CSS.escape(id)}"]`)].flatMap((face) => {
    const block = face.closest<HTMLElement>('.agenda-event');
    return block?.checkVisibility({ visibilityProperty: true }) ? [block] : [];
  });
}

/** The box of an event, of the part of it that lies on that day where it is on several. */
export function boxOfEvent(root: Element, id: string, day: Temporal.PlainDate): Box | null {
  const blocks = blocksOf(root, id);
  const column = all(root, LANE)
    .concat(all(root, CELL))
    .find((each) => dateOf(each) === day.toString());
  const middle = column
    ? (column.getBoundingClientRect().left + column.getBoundingClientRect().right) / 2
    : 0;
  const block = blocks.toSorted((a, b) => distance(a, middle) - distance(b, middle))[0];
  if (!block) return null;
  return (
    clipped(root, block.getBoundingClientRect(), block.closest(`.${LANE}`) && scrollerOf(root))[0] ?? null
  );
}

/** In the pixels of the root, as far as it is in sight. */
function clipped(root: Element, box: Box, within: Element | null): readonly Box[] {
  const area = root.getBoundingClientRect();
  const sight = within?.getBoundingClientRect() ?? area;
  const top = Math.max(box.top, sight.top);
  const bottom = Math.min(box.top + box.height, sight.bottom);
  if (bottom <= top) return [];
  return [{ left: box.left - area.left, top: top - area.top, width: box.width, height: bottom - top }];
}

/** Scrolls as little as possible so that a place is in sight, with some of what is around it. */
export function reveal(root: Element, place: Place): void {
  const scroller = scrollerOf(root);
  if (!scroller) return;
  const date = dayOf(place).toString();
  if (place.kind !== 'time') {
    if (all(root, LANE).length > 0) return;
    const cell = all(root, CELL).find((each) => dateOf(each) === date);
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    return;
  }
  const lane = all(root, LANE)[0];
  if (!lane) return;
  const hour = lane.offsetHeight / 24;
  const top = lane.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
  const at = top + (place.at.hour + place.at.minute / 60) * hour;
  const [above, below] = [at - hour, at + 2 * hour];
  if (above < scroller.scrollTop) scroller.scrollTop = above;
  else if (below > scroller.scrollTop + scroller.clientHeight)
    scroller.scrollTop = below - scroller.clientHeight;
}
