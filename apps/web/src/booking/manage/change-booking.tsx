import { CalendarClock, Undo2 } from 'lucide-react';
import { Button } from '../../ui/controls/button.tsx';
import type { ClientBooking } from '../api/answers.ts';
import { useApi } from '../api/client-context.ts';
import { CalendarButton } from '../calendar-file/calendar-button.tsx';
import { AskFirst } from '../controls/ask-first.tsx';
import { ReachStudio } from '../frame/reach-studio.tsx';
import { useReader } from '../language/reader.ts';
import { Reschedule } from './reschedule.tsx';
import type { Change } from './use-change.ts';

export type Doing = 'nothing' | 'moving' | 'cancelling';

interface ChangeBookingProps {
  readonly token: string;
  readonly booking: ClientBooking;
  readonly change: Change;
  readonly doing: Doing;
  readonly onDoing: (doing: Doing) => void;
  /** @param movedTo epoch milliseconds, where it was moved */
  readonly onChanged: (booking: ClientBooking, movedTo: number | null, said: string) => void;
}

/** What clients can do by themselves: move it or cancel it, as long as the cut-off lies ahead. */
export function ChangeBooking(props: ChangeBookingProps) {
  const { token, booking, change, doing, onDoing, onChanged } = props;
  const { words, formats } = useReader();
  const { serviceId, zone } = booking;
  if (doing === 'nothing') return <Ways token={token} booking={booking} onDoing={onDoing} />;
  if (doing === 'cancelling') return <CancelFirst {...props} />;
  if (!serviceId) return null;
  return (
    <Reschedule
      token={token}
      booking={booking}
      serviceId={serviceId}
      change={change}
      onMoved={(after) => {
        const said = words.manage.moved({ time: formats.moment(after.start, zone) });
        onChanged(after, after.start.getTime(), said);
        window.scrollTo({ top: 0 });
      }}
      onKeep={() => onDoing('nothing')}
    />
  );
}

function Ways({ token, booking, onDoing }: Pick<ChangeBookingProps, 'token' | 'booking' | 'onDoing'>) {
  const { words } = useReader();
  const { state, may, serviceId } = booking;
  const { move, withdraw, cancel, otherTime, change } = words.manage;
  return (
    <>
      <h2 className="text-lg font-semibold">{may.accept ? otherTime : change}</h2>
      <CutOff booking={booking} />
      <div className="mt-4 flex flex-col gap-2.5 sm:flex-row sm:flex-wrap">
        {may.reschedule && serviceId && (
          <Button size="large" onClick={() => onDoing('moving')}>
            <CalendarClock aria-hidden className="size-4.5" />
            {move}
          </Button>
        )}
        <CalendarButton token={token} />
        {may.cancel && (
          <Button size="large" onClick={() => onDoing('cancelling')}>
            <Undo2 aria-hidden className="size-4.5" />
            {state === 'REQUESTED' ? withdraw : cancel}
          </Button>
        )}
      </div>
    </>
  );
}

/** Until when it can be changed here, or who can still do so. */
function CutOff({ booking: { cutOff, zone, may } }: Pick<ChangeBookingProps, 'booking'>) {
  const { words, formats } = useReader();
  if (!cutOff) return null;
  const mayChange = may.cancel || may.reschedule;
  return (
    <p className="mt-0.5 text-soft">
      {mayChange ? words.manage.cutOff({ time: formats.moment(cutOff, zone) }) : words.manage.cutOffOver}{' '}
      {!mayChange && <ReachStudio />}
    </p>
  );
}

function CancelFirst({ token, booking, change, onDoing, onChanged }: ChangeBookingProps) {
  const { words } = useReader();
  const { client } = useApi();
  const { manage } = words;
  const isRequest = booking.state === 'REQUESTED';
  const cancel = () =>
    change.run(async () => {
      const after = await client.manage.cancel.mutate({ token });
      onChanged(after, null, manage.states[after.state]);
    });
  return (
    <AskFirst
      question={isRequest ? manage.withdrawAsk : manage.cancelAsk}
      hint={isRequest ? manage.withdrawHint : manage.cancelHint}
      confirm={isRequest ? manage.withdraw : manage.cancel}
      keep={manage.keep}
      pending={change.pending}
      onConfirm={() => void cancel()}
      onKeep={() => onDoing('nothing')}
    />
  );
}
