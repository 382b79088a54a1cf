import { CalendarPlus } from 'lucide-react';
import { useState } from 'react';
import type { CivilDate } from '../../time/civil/civil-date.ts';
import { Button } from '../../ui/controls/button.tsx';
import { useReader } from '../language/reader.ts';
import { TimePicker } from '../picker/time-picker.tsx';
import type { BookingState } from '../steps/use-booking-state.ts';

interface AlternativeFieldProps {
  readonly state: BookingState;
  readonly minutes: number;
  /** ISO 8601, in UTC. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A second choice, from the same times; folded away until somebody wants one. */
export function AlternativeField({ state, minutes, value, onChange }: AlternativeFieldProps) {
  const { words, formats } = useReader();
  const [open, setOpen] = useState(false);
  const [date, setDate] = useState<CivilDate | null>(state.choices.date);
  const { wanted, flow, choices } = state;
  if (!wanted) return null;
  return (
    <section>
      <h3 className="text-lg font-semibold">
        {words.details.alternative}
        <span className="ml-1.5 text-[13px] font-normal tracking-normal text-soft">
          ({words.common.optional})
        </span>
      </h3>
      <p className="mt-0.5 mb-3 text-soft">{words.details.alternativeHint}</p>
      {value && !open && (
        <p className="mb-3 font-medium">
          {words.details.alternativeIs({ time: formats.moment(new Date(value), state.zone) })}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {!open && (
          <Button onClick={() => setOpen(true)}>
            <CalendarPlus aria-hidden className="size-4" />
            {value ? words.common.change : words.details.alternativeAdd}
          </Button>
        )}
        {value && !open && <Button onClick={() => onChange(null)}>{words.common.remove}</Button>}
      </div>
      {open && (
        <div className="animate-rise rounded-2xl border border-line bg-surface p-4 sm:p-5">
          <TimePicker
            artist={wanted.artist}
            serviceId={wanted.serviceId}
            zone={flow.zone}
            minutes={minutes}
            date={date}
            onDate={setDate}
            chosen={value ? new Date(value) : null}
            onChoose={({ start }) => {
              onChange(start.toISOString());
              setOpen(false);
            }}
            zoneShown={choices.zone}
            onZoneShown={(zone, shownDate) => {
              setDate(shownDate);
              state.choose({ zone });
            }}
            hold={state.hold.token}
            besides={choices.time}
          />
          <div className="mt-4 flex justify-end">
            <Button onClick={() => setOpen(false)}>{words.common.close}</Button>
          </div>
        </div>
      )}
    </section>
  );
}
