import type { Calendar } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';

/** How far the first sync has come; the length is not always known beforehand. */
export function SyncProgress({ calendar }: { readonly calendar: Pick<Calendar, 'name' | 'progress'> }) {
  const { words } = useReader();
  const { number } = useFormats();
  const { progress } = calendar;
  if (!progress) return null;
  const { done, total } = progress;
  const share = total ? Math.min(1, done / total) : null;
  const text =
    total === null
      ? words.agenda.progressOpen({ done: number(done) })
      : words.agenda.progress({ done: number(done), total: number(total) });
  return (
    <div className="mt-1">
      <div
        role="progressbar"
        aria-label={calendar.name}
        aria-valuetext={text}
        aria-valuemin={0}
        {...(total === null ? {} : { 'aria-valuenow': done, 'aria-valuemax': total })}
        className="h-1.5 overflow-hidden rounded-full bg-sunken"
      >
        <span
          className={`block h-full rounded-full bg-accent transition-[width] ${share === null ? 'w-1/3 animate-sweep' : ''}`}
          style={share === null ? undefined : { width: `${share * 100}%` }}
        />
      </div>
      <p className="mt-0.5 text-xs text-soft tabular-nums">{text}</p>
    </div>
  );
}
