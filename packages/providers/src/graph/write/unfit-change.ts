import type { ProviderGap } from '../../port/gap.ts';
import { changedFields, isNothing } from './changed-fields.ts';
import { isOwn } from './guests.ts';
import type { Wanted } from './wanted-rows.ts';
import { instanceWrites } from './write-instances.ts';

interface Meeting {
  /** As Microsoft has it. */
  readonly before: string | null;
  /** What the owner of the calendar is known by. */
  readonly addresses: readonly string[];
}

/** What cannot be done any more to an event that is there; the write itself looks once more. */
export function tooLateFor(there: Wanted, wanted: Wanted, meeting: Meeting): ProviderGap | null {
  const fields = changedFields(there.fields, wanted.fields);
  const writes = instanceWrites(there, wanted);
  const moves = 'start' in fields || 'recurrence' in fields;
  if (writes === 'restored' && !moves) return 'restored';
  const dates = writes === 'restored' ? [] : writes;
  const told = [fields, ...dates.map(({ change }) => change)].some(
    (change) => change === null || (!isNothing(change) && !isOwn(change)),
  );
  return told && writesToGuests(meeting) ? 'guests' : null;
}

/** Whether its guests would hear of it at once: somebody was invited, by the owner of the calendar (P6). */
export function writesToGuests({ before, addresses }: Meeting): boolean {
  if (before === null) return false;
  const text = before.replace(/\r?\n[ \t]/g, '');
  if (!/^ATTENDEE[;:]/im.test(text)) return false;
  const organizer = /^ORGANIZER[^\r\n]*?:mailto:([^\r\n]+)/im.exec(text)?.[1]?.trim().toLowerCase();
  return addresses.some((address) => address.toLowerCase() === organizer);
}
