import type { Slot } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { classNames } from '../../ui/class-names.ts';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';

interface FreeTimesProps {
  readonly slots: readonly Slot[];
  readonly known: boolean;
  readonly verified: boolean;
  readonly error: unknown;
  readonly zone: string;
  readonly isChosen: (start: Date) => boolean;
  readonly onChoose: (start: Date) => void;
}

/** The free times of a day, to be chosen with one touch. */
export function FreeTimes({ slots, known, verified, error, zone, isChosen, onChoose }: FreeTimesProps) {
  const { words } = useReader();
  const { time } = useFormats();
  if (error && !known) return <ProblemNotice error={error} />;
  if (!known) return <Skeleton className="h-18" />;
  return (
    <div>
      <p className="mb-1.5 font-medium">{words.picker.free}</p>
      {slots.length === 0 ? (
        <p className="text-soft">{words.picker.noneFree}</p>
      ) : (
        <div
          role="group"
          aria-label={words.picker.free}
          className="-mx-1 flex max-h-36 flex-wrap gap-1.5 overflow-y-auto p-1"
        >
          {slots.map(({ start }) => (
            <button
              key={start.getTime()}
              type="button"
              aria-pressed={isChosen(start)}
              onClick={() => onChoose(start)}
              className={classNames(
                'h-8 rounded-lg border px-2.5 text-[13px] font-medium tabular-nums transition-colors',
                isChosen(start)
                  ? 'border-accent bg-accent text-accent-ink'
                  : 'border-line bg-surface hover:border-accent hover:bg-accent-soft',
              )}
            >
              {time(start, zone)}
            </button>
          ))}
        </div>
      )}
      {!verified && <p className="mt-1.5 text-[13px] text-warn">{words.picker.unverified}</p>}
    </div>
  );
}
