import type { GraphEvent } from './graph-event.ts';

/** A namespace of our own, so that no other program's property can be meant. */
const SPACE = '{6d3a9b0e-51c7-4f0e-9a57-2f1f5d0c8e41}';
export const UID_PROPERTY = `String ${SPACE} Name AtelierUid`;
const TEXT_PROPERTY = `String ${SPACE} Name AtelierText`;

/** No documented limit; what is far below 32 KB is stored by every Exchange. */
const MOST_TEXT = 30_000;

/** For `$expand` of one event, or of a list. */
export const EXPAND_KEPT = `singleValueExtendedProperties($filter=id eq '${UID_PROPERTY}' or id eq '${TEXT_PROPERTY}')`;

export interface KeptProperty {
  readonly id: string;
  readonly value: string;
}

/** Kept beside an event: the UID, which Graph chooses by itself, and the whole text where it is not too long. */
export function keptProperties(uid: string, text: string): readonly KeptProperty[] {
  // An empty text says that none is kept: a property cannot be taken away.
  const value = text.length <= MOST_TEXT ? text : '';
  return [
    { id: UID_PROPERTY, value: uid },
    { id: TEXT_PROPERTY, value },
  ];
}

export function ownUid(event: GraphEvent): string | null {
  return valueOf(event, UID_PROPERTY);
}

export function keptText(event: GraphEvent): string | null {
  return valueOf(event, TEXT_PROPERTY);
}

/** Names come back in whatever case the server likes. */
function valueOf({ singleValueExtendedProperties }: GraphEvent, id: string): string | null {
  const found = singleValueExtendedProperties?.find((one) => one.id.toLowerCase() === id.toLowerCase());
  return found?.value || null;
}
