import { firstLine } from '../edit/text/component-lines.ts';
import { components } from '../edit/text/event-text.ts';
import { sequenceOf } from '../import/cancelled.ts';
import { MASTER, objectParts } from '../merge/parts/object-parts.ts';
import type { EpochMs } from '../occurrence.ts';
import { type IcsResource, splitIcsFile } from '../read/ics-file.ts';
import { readObject } from '../read/read-object.ts';
import { plainText } from '../text/plain-text.ts';
import { parameter, readProperty, textOf } from '../text/property.ts';
import type { SourceComponent } from '../text/source-document.ts';
import { rawValue } from '../text/value-start.ts';
import { parseTime } from '../time/time-value.ts';
import {
  type HeldCopy,
  INVITATION_METHODS,
  type Invitation,
  type InvitationMethod,
  type ToldEvent,
} from './invitation.ts';
import { guestsOf, organizerLine, organizerOf } from './read-people.ts';

/** Characters; longer is nothing that people send each other about one event. */
const LONGEST = 1_000_000;
const LONGEST_COMMENT = 2_000;
/** Longer names are nobody's, and no index takes them. */
const LONGEST_NAME = 500;

export type InvitationReading =
  | { readonly ok: true; readonly invitation: Invitation }
  /** It is no event that can be read, or tells of several. */
  | { readonly ok: false; readonly reason: 'unreadable' | 'several' };

/**
 * Reads the calendar part of a mail (RFC 6047). Never throws for a text.
 * @param zone of whoever reads it, for whole days and floating times: an IANA name (RangeError else)
 */
export function readInvitation(file: string, zone: string): InvitationReading {
  if (file.length > LONGEST) return { ok: false, reason: 'unreadable' };
  const resources = splitIcsFile(file).filter(({ text }) => objectParts(text) !== null);
  const [resource, ...others] = resources;
  if (!resource || resource.uid === '' || resource.uid.length > LONGEST_NAME)
    return { ok: false, reason: 'unreadable' };
  if (others.some(({ uid }) => uid !== resource.uid)) return { ok: false, reason: 'several' };
  const found = described(resource.text, null);
  if (!found || found.instance.length > LONGEST_NAME) return { ok: false, reason: 'unreadable' };
  const { event, instance } = found;
  return {
    ok: true,
    invitation: {
      method: methodOf(resource),
      uid: resource.uid,
      instance,
      ...versionOf(event),
      ...toldBy(resource.text, found.index, zone),
      organizer: organizerOf(event),
      guests: guestsOf(event),
      comment: commentOf(event),
      text: resource.text,
    },
  };
}

/**
 * What a calendar has of it under the same UID; of one instance that it holds nothing of its own of, the series.
 * @returns null where the text is not one event or series.
 */
export function heldCopy(source: string, instance: string, zone: string): HeldCopy | null {
  const found = described(source, instance);
  if (!found) return null;
  const { event } = found;
  const organizer = organizerLine(event);
  const status = parameterOf(organizer, 'schedule-status');
  return {
    ...versionOf(event),
    ...toldBy(source, found.index, zone),
    organizer: organizerOf(event),
    guests: guestsOf(event),
    cancelled: /^CANCELL?ED$/i.test(rawValue(firstLine(event, 'STATUS')?.text ?? '')),
    undelivered: /^[35]/.test(status),
    unscheduled: /^(?:CLIENT|NONE)$/i.test(parameterOf(organizer, 'schedule-agent')),
  };
}

/** The instance that is asked for, else the series, else the first of the instances. */
function described(text: string, wanted: string | null) {
  const parts = objectParts(text);
  if (!parts) return null;
  const instance =
    [wanted, MASTER].find((key) => key !== null && parts.events.has(key)) ?? [...parts.events.keys()][0];
  const event = instance === undefined ? undefined : parts.events.get(instance)?.event;
  if (!event || instance === undefined) return null;
  return { event, instance, index: components(parts.calendar, 'VEVENT').indexOf(event) };
}

function methodOf({ method }: IcsResource): InvitationMethod {
  return INVITATION_METHODS.find((one) => one === method) ?? 'PUBLISH';
}

function versionOf(event: SourceComponent) {
  return { sequence: sequenceOf(event), stamp: stampOf(event) };
}

function stampOf(event: SourceComponent): EpochMs | null {
  const time = parseTime(rawValue(firstLine(event, 'DTSTAMP')?.text ?? ''));
  return time?.kind === 'utc' ? time.at : null;
}

/** @param at its place among the events of the text, as `readObject` counts them. */
function toldBy(text: string, at: number, zone: string): ToldEvent {
  const around = { zone, from: 0, to: 0, method: null };
  const read = readObject(text, around);
  if (!read.ok) return { what: NOTHING_TOLD, first: null };
  const what = read.object.components[at] ?? NOTHING_TOLD;
  const { firstStart } = read.object;
  const single = read.object.occurrences.find(({ component }) => component === at);
  if (single || firstStart === null) return { what, first: single ?? null };
  const begun = readObject(text, { ...around, from: firstStart, to: firstStart + 1 });
  const first = begun.ok ? begun.object.occurrences.find(({ component }) => component === at) : null;
  return { what, first: first ?? null };
}

const NOTHING_TOLD: ToldEvent['what'] = {
  summary: '',
  location: null,
  description: null,
  url: null,
  rrule: null,
  timeZone: null,
  status: null,
  transparent: false,
  classification: 'public',
  attendees: [],
  organizer: null,
};

function commentOf(event: SourceComponent): string | null {
  const line = firstLine(event, 'COMMENT');
  const text = line ? textOf(readProperty(line.text)) : null;
  return text === null ? null : plainText(text, LONGEST_COMMENT) || null;
}

function parameterOf(property: ReturnType<typeof organizerLine>, name: string): string {
  return (property ? parameter(property, name) : null)?.trim() ?? '';
}
