import { contentLine, lineText, withoutParameters } from '../../text/content-line.ts';
import type { SourceComponent } from '../../text/source-document.ts';
import { dropLines, firstLine, type Place, setLine } from '../text/component-lines.ts';
import type { EventPatch } from '../text/event-fields.ts';
import { textValue, urlValue } from '../text/text-value.ts';
import { setAlarms } from './alarms.ts';

/** What is said of an event besides its time. */
export type TextPatch = Omit<EventPatch, 'start' | 'end' | 'rrule'>;

const ORDER = ['DTEND', 'DURATION', 'DTSTART', 'RRULE', 'SUMMARY', 'LOCATION', 'DESCRIPTION'];
// What says the same in another way and would now say something else: Outlook shows X-ALT-DESC before
// DESCRIPTION, Apple its structured location before LOCATION.
const ECHOES: Readonly<Record<string, readonly string[]>> = {
  DESCRIPTION: ['X-ALT-DESC'],
  LOCATION: ['X-APPLE-STRUCTURED-LOCATION', 'GEO'],
};
// An alternate text elsewhere, and how an older format wrote the old value.
const OUTDATED = ['ALTREP', 'ENCODING', 'VALUE', 'CHARSET'];

/** One property after another, each in its place; a field that is left out is not looked at. */
export function patchTexts(event: SourceComponent, patch: TextPatch, place: Place): SourceComponent {
  let next = event;
  const set = (name: string, value: string | null) => {
    next = value === null ? dropLines(next, [name]) : setValue(next, name, value, place);
    next = dropLines(next, ECHOES[name] ?? []);
  };
  if (patch.summary !== undefined) set('SUMMARY', textValue(patch.summary));
  if (patch.location !== undefined) set('LOCATION', orNull(patch.location, textValue));
  if (patch.description !== undefined) set('DESCRIPTION', orNull(patch.description, textValue));
  if (patch.url !== undefined) set('URL', orNull(patch.url, urlValue));
  if (patch.status !== undefined) set('STATUS', patch.status?.toUpperCase() ?? null);
  if (patch.transparent !== undefined) next = setTransparency(next, patch.transparent, place);
  if (patch.classification !== undefined) next = setClass(next, patch.classification, place);
  if (patch.alarms !== undefined) next = setAlarms(next, patch.alarms, place.lineEnd);
  return next;
}

function orNull(text: string | null, value: (text: string) => string): string | null {
  return text === null || text === '' ? null : value(text);
}

/** The line keeps its position and the parameters that still hold: `SUMMARY;LANGUAGE=de`. */
export function setValue(event: SourceComponent, name: string, value: string, place: Place): SourceComponent {
  const old = firstLine(event, name);
  const line = old ? withoutParameters(contentLine(old.text), OUTDATED) : { name, parameters: [], value };
  return setLine(event, lineText({ ...line, value }), { after: ORDER, ...place });
}

/** What is the default is not written where nothing is written. */
function setTransparency(event: SourceComponent, transparent: boolean, place: Place): SourceComponent {
  const said = transparent || firstLine(event, 'TRANSP') !== null;
  const next = said ? setValue(event, 'TRANSP', transparent ? 'TRANSPARENT' : 'OPAQUE', place) : event;
  // Outlook goes by its own property.
  if (!firstLine(next, OUTLOOK)) return next;
  return setValue(next, OUTLOOK, transparent ? 'FREE' : 'BUSY', place);
}

const OUTLOOK = 'X-MICROSOFT-CDO-BUSYSTATUS';

function setClass(
  event: SourceComponent,
  classification: NonNullable<EventPatch['classification']>,
  place: Place,
): SourceComponent {
  if (classification === 'public' && !firstLine(event, 'CLASS')) return event;
  return setValue(event, 'CLASS', classification.toUpperCase(), place);
}
