import { X } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { useWhen } from '../../time/use-when.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';

interface OfferedDraftsProps {
  readonly times: readonly Date[];
  readonly minutes: number;
  readonly zone: string;
  readonly onRemove: (time: Date) => void;
}

/** The times that are about to be offered. */
export function OfferedDrafts({ times, minutes, zone, onRemove }: OfferedDraftsProps) {
  const { words } = useReader();
  const when = useWhen();
  if (times.length === 0) return <p className="text-[13px] text-soft">{words.inquiries.noTimes}</p>;
  return (
    <ul className="flex flex-wrap gap-2">
      {times.map((time) => {
        const span = when.span(time, new Date(time.getTime() + minutes * 60_000), zone);
        return (
          <li
            key={time.getTime()}
            className="inline-flex items-center gap-1 rounded-lg bg-accent-soft py-0.5 pr-0.5 pl-3 text-[13px] font-medium text-accent tabular-nums"
          >
            {span}
            <IconButton
              small
              icon={X}
              label={words.inquiries.removeTime({ when: span })}
              onClick={() => onRemove(time)}
            />
          </li>
        );
      })}
    </ul>
  );
}
