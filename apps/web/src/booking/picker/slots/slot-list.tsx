import { byPartOfDay } from '../../../time/civil/part-of-day.ts';
import { dateIn } from '../../../time/civil/zoned.ts';
import { classNames } from '../../../ui/class-names.ts';
import { useReader } from '../../language/reader.ts';
import { goneMark } from './gone-words.ts';
import type { ShownSlot } from './slot-board.ts';

export interface SlotListProps {
  readonly slots: readonly ShownSlot[];
  /** The zone that times are shown in, and the one beside it; null where both read alike. */
  readonly zone: string;
  readonly beside: { readonly zone: string; readonly words: 'yours' | 'studios' } | null;
  readonly chosen: Date | null;
  /** The time that the booking which is moved has now. */
  readonly present: Date | null;
  readonly minutes: number;
  /** Names by slug, where anybody may be chosen. */
  readonly names: ReadonlyMap<string, string> | null;
  readonly onChoose: (slot: ShownSlot) => void;
}

/** The times of one day by part of the day. One that has gone stays where it is, so that nothing jumps. */
export function SlotList({ slots, zone, beside, chosen, present, minutes, names, onChoose }: SlotListProps) {
  const { words, formats } = useReader();
  const otherTime = (start: Date) => {
    if (!beside) return null;
    const sameDay = dateIn(start, zone) === dateIn(start, beside.zone);
    const time = sameDay ? formats.time(start, beside.zone) : formats.shortMoment(start, beside.zone);
    return words.time[beside.words]({ time });
  };
  // Begins with what is to be seen, as whoever speaks to the page says it (WCAG 2.5.3).
  const nameOf = (slot: ShownSlot) => {
    const [time, other] = [formats.time(slot.start, zone), otherTime(slot.start)];
    const seen = noteOf(slot) ?? other;
    const given = {
      time: seen ? `${time} ${seen}` : time,
      duration: formats.length(minutes),
      artist: names?.get(slot.artist) ?? '',
    };
    const name = (names ? words.time.slotWith : words.time.slot)(given);
    return other && seen !== other ? `${name}, ${other}` : name;
  };
  const isPresent = ({ start }: ShownSlot) => start.getTime() === present?.getTime();
  const noteOf = (slot: ShownSlot) =>
    slot.gone ? goneMark(slot, words) : isPresent(slot) ? words.manage.present : null;
  return (
    <div className="grid gap-5">
      {byPartOfDay(slots, zone).map(({ part, slots: some }) => (
        <section key={part}>
          <h4 className="mb-2 text-[13px] font-medium text-soft">{words.time.parts[part]}</h4>
          <ul className="grid grid-cols-[repeat(auto-fill,minmax(5.75rem,1fr))] gap-2">
            {some.map((slot) => {
              const isChosen = slot.start.getTime() === chosen?.getTime();
              const closed = slot.gone || isPresent(slot);
              return (
                <li key={slot.start.getTime()}>
                  <button
                    type="button"
                    data-slot={slot.start.toISOString()}
                    aria-label={nameOf(slot)}
                    aria-pressed={isChosen}
                    aria-disabled={closed || undefined}
                    onClick={() => !closed && onChoose(slot)}
                    className={classNames(
                      'flex min-h-12 w-full flex-col items-center justify-center rounded-xl border px-1.5 py-1.5 leading-tight tabular-nums transition-colors duration-300',
                      look(closed, isChosen),
                    )}
                  >
                    <span className={classNames('font-medium', slot.gone && 'line-through')}>
                      {formats.time(slot.start, zone)}
                    </span>{' '}
                    <span className="text-[11px] empty:hidden">{noteOf(slot) ?? otherTime(slot.start)}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}

function look(gone: boolean, chosen: boolean): string {
  if (gone) return 'cursor-default border-dashed border-line bg-transparent text-soft';
  if (chosen) return 'border-accent bg-accent text-accent-ink';
  return 'border-line-strong/60 bg-surface hover:border-accent hover:bg-accent-soft';
}
