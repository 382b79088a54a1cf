import type { BookingTaken } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { useWhen } from '../../time/use-when.ts';
import { stepSentence } from './step-sentence.ts';

interface BookingHistoryProps {
  readonly steps: readonly BookingTaken[];
  readonly zone: string;
}

/** What has become of a booking so far: who did what, when and from where; the latest first. */
export function BookingHistory({ steps, zone }: BookingHistoryProps) {
  const { words } = useReader();
  const latest = steps.toSorted((a, b) => b.at.getTime() - a.at.getTime());
  return (
    <section aria-labelledby="history-title">
      <h3 id="history-title" className="mb-2 font-semibold">
        {words.bookings.history}
      </h3>
      <ol className="space-y-3 border-l-2 border-line pl-4">
        {latest.map((step) => (
          <Step key={`${step.at.getTime()} ${step.action}`} step={step} zone={zone} />
        ))}
      </ol>
    </section>
  );
}

function Step({ step, zone }: { readonly step: BookingTaken; readonly zone: string }) {
  const { words } = useReader();
  const { dateTime } = useFormats();
  const when = useWhen();
  const { action, who, via } = stepSentence(step);
  const name = who === 'named' ? (step.who ?? '') : words.bookings.who[who];
  const moved = action === 'reschedule' || step.fromState === null;
  return (
    <li className="relative">
      <span
        aria-hidden
        className="absolute top-1.5 -left-[21.5px] size-2.5 rounded-full border-2 border-raised bg-line-strong"
      />
      <p>
        {action ? words.bookings.steps[action]({ who: name }) : `${name}: ${step.action}`}
        {moved && <span className="tabular-nums"> {when.span(step.start, step.end, zone)}</span>}
      </p>
      <p className="text-[13px] text-soft">
        <time dateTime={step.at.toISOString()}>{dateTime(step.at, zone)}</time>
        {via && ` · ${words.bookings.via[via]}`}
        {step.unverified && ` · ${words.bookings.unknowing}`}
      </p>
      {step.detail && <p className="mt-1 rounded-lg bg-sunken px-3 py-1.5 text-[13px]">{step.detail}</p>}
    </li>
  );
}
