import type { CivilDate } from '../../time/civil/civil-date.ts';
import { useReader } from '../language/reader.ts';
import { heldSpan } from './slots/gone-words.ts';
import type { ShownSlot } from './slots/slot-board.ts';
import { SlotList, type SlotListProps } from './slots/slot-list.tsx';

/** The times of the day that is chosen. */
export function DayTimes({ date, ...times }: SlotListProps & { readonly date: CivilDate }) {
  const { words, formats } = useReader();
  const day = formats.longDate(date);
  return (
    <section aria-label={words.time.timesOn({ date: day })}>
      <h3 className="mb-3 text-base font-semibold first-letter:uppercase">{day}</h3>
      {times.slots.length === 0 && (
        <div className="rounded-2xl bg-sunken p-5">
          <p className="font-semibold">{words.time.noDay}</p>
          <p className="text-soft">{words.time.noDayHint}</p>
        </div>
      )}
      <HeldLine slots={times.slots} zone={times.zone} />
      <SlotList {...times} />
    </section>
  );
}

/** What somebody is just booking, in one line: the starts below that it takes may come back. */
function HeldLine({ slots, zone }: { readonly slots: readonly ShownSlot[]; readonly zone: string }) {
  const { words, formats } = useReader();
  const held = heldSpan(slots.filter(({ gone, why }) => gone && why?.reason === 'HELD'));
  if (!held) return null;
  const span = { from: formats.time(held.start, zone), to: formats.time(held.end, zone) };
  return <p className="mb-3 text-[13px] text-soft">{words.time.heldSaid(span)}</p>;
}
