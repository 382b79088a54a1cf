/** An event in the address: the object, and which of its instances. */
export interface EventId {
  readonly objectId: string;
  readonly recurrenceId: string | null;
}

/** Undoes `objectId_recurrenceId`; null for what cannot be an event. */
export function parseEventId(id: string): EventId | null {
  const [objectId = '', recurrenceId] = id.split('_');
  if (!/^[0-9a-f-]{36}$/i.test(objectId)) return null;
  return { objectId, recurrenceId: recurrenceId ?? null };
}
