import { useEffect, useRef, useState } from 'react';
import type { CivilDate } from '../../time/civil/civil-date.ts';
import { dateIn } from '../../time/civil/zoned.ts';
import { Button } from '../../ui/controls/button.tsx';
import type { ClientBooking } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { TakenNotice } from '../hold/hold-notice.tsx';
import type { HoldState } from '../hold/hold-state.ts';
import { useReader } from '../language/reader.ts';
import { TimePicker } from '../picker/time-picker.tsx';
import type { Change } from './use-change.ts';

interface RescheduleProps {
  readonly token: string;
  readonly booking: ClientBooking;
  readonly serviceId: string;
  readonly change: Change;
  readonly onMoved: (booking: ClientBooking) => void;
  readonly onKeep: () => void;
}

/** Another time by the same rules. The old one is given up only when the new one is certain. */
export function Reschedule({ token, booking, serviceId, change, onMoved, onKeep }: RescheduleProps) {
  const { words, formats } = useReader();
  const { zone } = booking;
  const [zoneShown, setZoneShown] = useState<'studio' | 'mine'>('studio');
  const { start, date, setDate, taken, choose, move } = useAnotherTime({ token, booking, change, onMoved });
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div className="animate-rise rounded-2xl border border-line bg-surface p-4 shadow-card sm:p-6">
      <h2 ref={title} tabIndex={-1} className="text-lg font-semibold">
        {words.manage.moveHeading}
      </h2>
      <p className="mt-0.5 mb-5 text-soft">{words.manage.moveHint}</p>
      <TimePicker
        artist={booking.artist.slug}
        serviceId={serviceId}
        zone={zone}
        moving={token}
        present={booking.start}
        minutes={Math.round((booking.end.getTime() - booking.start.getTime()) / 60_000)}
        date={date}
        onDate={setDate}
        chosen={start}
        onChoose={(slot) => choose(slot.start)}
        zoneShown={zoneShown}
        onZoneShown={(next, shownDate) => {
          setZoneShown(next);
          setDate(shownDate);
        }}
        notice={
          taken && (
            <div className="mb-4">
              <TakenNotice state={taken} zone={zone} onChoose={(slot) => choose(slot.start)} />
            </div>
          )
        }
      />
      <div className="mt-6 flex flex-col gap-2.5 border-t border-line pt-5 sm:flex-row-reverse sm:items-center sm:justify-start">
        <Button
          look="primary"
          size="large"
          disabled={!start}
          pending={change.pending}
          onClick={move}
          className="h-auto min-h-12 whitespace-normal py-2"
        >
          {start ? words.manage.moveTo({ time: formats.shortMoment(start, zone) }) : words.manage.moveChoose}
        </Button>
        <Button size="large" onClick={onKeep}>
          {words.manage.keepTime}
        </Button>
      </div>
    </div>
  );
}

/** The time that is chosen, and the way to it. */
function useAnotherTime({
  token,
  booking,
  change,
  onMoved,
}: Pick<RescheduleProps, 'token' | 'booking' | 'change' | 'onMoved'>) {
  const { client } = useApi();
  const { zone } = booking;
  const [start, setStart] = useState<Date | null>(null);
  const [date, setDate] = useState<CivilDate | null>(() => dateIn(booking.start, zone));
  const [taken, setTaken] = useState<Extract<HoldState, { kind: 'taken' }> | null>(null);
  return {
    start,
    date,
    setDate,
    taken,
    choose(next: Date) {
      setTaken(null);
      setStart(next);
      setDate(dateIn(next, zone));
    },
    move() {
      if (!start) return;
      void change.run(async () => {
        const answer = await client.manage.reschedule.mutate({ token, start });
        if (answer.kind === 'moved') return onMoved(answer.booking);
        setStart(null);
        setTaken({ kind: 'taken', start, reason: answer.reason, nearest: answer.nearest });
      });
    },
  };
}
