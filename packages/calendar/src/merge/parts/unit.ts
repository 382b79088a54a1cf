import type { SourceComponent, SourceLine, SourceNode } from '../../text/source-document.ts';
import { readTimes } from '../../text/time-property.ts';
import { rawValue } from '../../text/value-start.ts';
import { type FieldGroup, type FieldPlace, placeOf } from './field-group.ts';
import { statementOf, statementText } from './statement.ts';

/** The least that is decided as a whole: the lines of an event that belong together. */
export class Unit {
  readonly group: FieldGroup;
  readonly nodes: SourceNode[] = [];
  readonly #says: Says;
  #meaning: string | null = null;

  constructor(group: FieldGroup, says: Says) {
    this.group = group;
    this.#says = says;
  }

  /** The same for two units exactly when they say the same; empty for one that says nothing. */
  get meaning(): string {
    this.#meaning ??= this.#says(this.nodes).toSorted().join('\n');
    return this.#meaning;
  }
}

export type Units = ReadonlyMap<string, Unit>;

/** What nodes say, each statement in one spelling. */
export type Says = (nodes: readonly SourceNode[]) => readonly string[];

/** The units of an event by their keys; bookkeeping is in none. `dates` says what EXDATE and RDATE name. */
export function unitsOf(event: SourceComponent, dates: Says = whatTheySay): Units {
  const units = new Map<string, Unit>();
  for (const node of event.children) {
    const place = keyed(node);
    if (place === null) continue;
    const says = node.name === 'EXDATE' || node.name === 'RDATE' ? dates : whatTheySay;
    const unit = units.get(place.key) ?? new Unit(place.group, says);
    unit.nodes.push(node);
    units.set(place.key, unit);
  }
  return units;
}

/** Whether both say the same; a missing unit says as little as an empty one. */
export function sameUnit(one: Unit | undefined, other: Unit | undefined): boolean {
  if (one && other && sameLines(one, other)) return true;
  return (one?.meaning ?? '') === (other?.meaning ?? '');
}

export function sameUnits(one: Units, other: Units): boolean {
  return keysOf(one, other).every((key) => sameUnit(one.get(key), other.get(key)));
}

/** The keys of all of them, each once, in their order. */
export function keysOf(...all: readonly { keys(): Iterable<string> }[]): string[] {
  return [...new Set(all.flatMap((keyed) => [...keyed.keys()]))];
}

/** A component with all that is in it, in any order, as one text. */
export function componentText(component: SourceComponent): string {
  return `${component.name}{${whatTheySay(component.children).toSorted().join('\n')}}`;
}

/** Most lines of two versions are the same text; then nothing needs to be understood. */
function sameLines({ nodes }: Unit, other: Unit): boolean {
  if (nodes.length !== other.nodes.length) return false;
  return nodes.every((node, index) => {
    const there = other.nodes[index];
    return node.kind === 'line' && there?.kind === 'line' && node.text === there.text;
  });
}

function keyed(node: SourceNode): FieldPlace | null {
  const place = placeOf(node.name);
  const isPerson = node.kind === 'line' && node.name === 'ATTENDEE';
  return place && isPerson ? { ...place, key: `ATTENDEE ${addressOf(node)}` } : place;
}

/** People have one address, in whatever case and with whatever parameters. */
function addressOf({ text }: SourceLine): string {
  return rawValue(text)
    .replace(/^mailto:\s*/i, '')
    .toLowerCase();
}

function whatTheySay(nodes: readonly SourceNode[]): string[] {
  return nodes.flatMap((node) => {
    if (placeOf(node.name) === null) return [];
    if (node.kind === 'component') return [componentText(node)];
    if (node.name === 'RECURRENCE-ID') return rangeOf(node);
    const statement = statementOf(node);
    return statement ? [statementText(statement)] : [];
  });
}

/** Which instance is meant is the identity of an override; how far it reaches is part of its time. */
function rangeOf({ text }: SourceLine): string[] {
  return readTimes(text).andFuture ? ['RANGE=THISANDFUTURE'] : [];
}
