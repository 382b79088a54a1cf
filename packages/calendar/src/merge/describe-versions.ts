import { firstLine } from '../edit/text/component-lines.ts';
import { contentLine } from '../text/content-line.ts';
import { plainText } from '../text/plain-text.ts';
import { type FieldGroup, inGroupOrder } from './parts/field-group.ts';
import { type EventPart, MASTER, type ObjectParts, objectParts } from './parts/object-parts.ts';
import { sameContent } from './parts/same-content.ts';
import { shownLines, shownTimes } from './parts/shown-lines.ts';
import { keysOf, sameUnit, type Unit, type Units } from './parts/unit.ts';
import type { Side } from './parts/versions.ts';

/** One field group in which two versions differ, for the people who choose between them. */
export interface Difference {
  readonly group: FieldGroup;
  /** The changed instance of a series in ISO 8601, as its RECURRENCE-ID says it; null for the event or series itself. */
  readonly instance: string | null;
  /** Plain text, a property a row; times as local time and zone in ISO 8601. Null where that version says nothing. */
  readonly mine: string | null;
  readonly theirs: string | null;
  /** As both sides found it; null where it said nothing, or where nobody knows. */
  readonly base: string | null;
  /** Who has changed it since. */
  readonly changed: Side | 'both';
}

const MAX_SHOWN = 2_000;

/**
 * Null is the version of a side that has deleted the object; then all that the other says is listed.
 * @param base the version that both started from, where it is known
 */
export function describeDifference(
  mine: string | null,
  theirs: string | null,
  base: string | null = null,
): Difference[] {
  if (mine === theirs || (mine !== null && theirs !== null && sameContent(mine, theirs))) return [];
  const [here, there, before] = [mine, theirs, base].map((text) =>
    text === null ? null : objectParts(text),
  );
  if ((mine !== null && !here) || (theirs !== null && !there)) return [asTheyAre(mine, theirs, base)];
  return keysOf(...eventsOf(here), ...eventsOf(there))
    .toSorted((a, b) => Number(b === MASTER) - Number(a === MASTER))
    .flatMap((key) =>
      differences(here?.events.get(key), there?.events.get(key), before ? before.events.get(key) : null),
    );
}

function eventsOf(parts: ObjectParts | null | undefined): ReadonlyMap<string, EventPart>[] {
  return parts ? [parts.events] : [];
}

/** Texts that nobody can take apart. */
function asTheyAre(mine: string | null, theirs: string | null, base: string | null): Difference {
  const shown = (text: string | null) => (text === null ? null : plainText(text, MAX_SHOWN));
  const texts = { mine: shown(mine), theirs: shown(theirs), base: shown(base) };
  return { group: 'rest', instance: null, ...texts, changed: 'both' };
}

/** @param base null where nobody knows how it was */
function differences(
  mine: EventPart | undefined,
  theirs: EventPart | undefined,
  base: EventPart | undefined | null,
): Difference[] {
  const [here, there] = [mine?.units ?? NOTHING, theirs?.units ?? NOTHING];
  const before = base?.units ?? NOTHING;
  const differing = keysOf(here, there).filter((key) => !sameUnit(here.get(key), there.get(key)));
  const event = (mine ?? theirs)?.event;
  const id = event ? firstLine(event, 'RECURRENCE-ID') : null;
  const groupOf = (key: string) => (here.get(key) ?? there.get(key))?.group ?? 'rest';
  return inGroupOrder(differing.map(groupOf)).map((group) => {
    const isShown = (key: string) => groupOf(key) === group && (group === 'time' || differing.includes(key));
    const keys = keysOf(here, there).filter(isShown);
    return {
      group,
      instance: id ? shownTimes(id) : null,
      mine: shownUnits(here, keys),
      theirs: shownUnits(there, keys),
      base: shownUnits(before, keys),
      changed: base === null ? 'both' : whoChanged({ here, there, before }, keys),
    };
  });
}

const NOTHING: Units = new Map();

interface ThreeUnits {
  readonly here: Units;
  readonly there: Units;
  readonly before: Units;
}

function whoChanged({ here, there, before }: ThreeUnits, keys: readonly string[]): Difference['changed'] {
  const stands = (side: Units) => keys.every((key) => sameUnit(side.get(key), before.get(key)));
  if (stands(there)) return 'mine';
  return stands(here) ? 'theirs' : 'both';
}

function shownUnits(units: Units, keys: readonly string[]): string | null {
  const rows = keys.flatMap((key) => {
    const unit = units.get(key);
    if (!unit) return [];
    return key === 'time' ? shownTime(unit) : shownLines(unit.nodes);
  });
  return rows.length > 0 ? rows.join('\n') : null;
}

/** `start/end` or `start/duration` (ISO 8601), then the rule. */
function shownTime({ nodes }: Unit): string[] {
  const lines = nodes.filter((node) => node.kind === 'line');
  const named = (name: string) => lines.find((line) => line.name === name);
  const [start, end, duration] = [named('DTSTART'), named('DTEND'), named('DURATION')];
  const length = end ? shownTimes(end) : duration ? contentLine(duration.text).value.trim() : '';
  const interval = [start ? shownTimes(start) : '', length].filter((part) => part !== '').join('/');
  const rules = shownLines(lines.filter(({ name }) => name === 'RRULE' || name === 'EXRULE'));
  return interval === '' ? rules : [interval, ...rules];
}
