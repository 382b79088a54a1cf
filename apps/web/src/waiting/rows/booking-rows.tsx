import { sayRefusal } from '@atelier/words/refusals/coded-refusal';
import { Link } from '@tanstack/react-router';
import type { StudioBooking } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useStudioZone } from '../../shell/use-studio-zone.ts';
import { useWhen } from '../../time/use-when.ts';
import { useZoneMark } from '../../time/use-zone-mark.ts';
import { Button } from '../../ui/controls/button.tsx';
import type { ItemOf } from '../item-of.ts';
import { useSettle } from '../settling.tsx';
import { WaitingRow } from '../waiting-row.tsx';

/** What stands in the calendar does not go with the appointment: a person looks, and says so. */
export function TroubleRow({ item }: { readonly item: ItemOf<'trouble'> }) {
  const { words } = useReader();
  const { id, client, trouble } = item.thing;
  const settle = trpc.bookings.settle.useMutation(useSettle(item)(() => words.bookings.settled));
  return (
    <WaitingRow
      item={item}
      title={<BookingLink booking={item.thing} />}
      lead={
        <>
          <BookingFacts booking={item.thing} />
          {trouble && (
            <p className="text-bad">{sayRefusal(words.refusals, trouble)?.message ?? trouble.message}</p>
          )}
        </>
      }
      actions={
        <Button
          size="small"
          look="primary"
          aria-label={words.waiting.lookedAtOf({ name: client.name })}
          onClick={() => settle.mutate({ id })}
        >
          {words.bookings.lookedAt}
        </Button>
      }
    />
  );
}

/** Promised while a calendar did not answer: it is asked again, or somebody knows that it stands. */
export function UnverifiedRow({ item }: { readonly item: ItemOf<'unverified'> }) {
  const { words } = useReader();
  const { id, client } = item.thing;
  const settle = trpc.bookings.settle.useMutation(useSettle(item)(() => words.bookings.settled));
  const verify = trpc.bookings.verify.useMutation(
    useSettle(item, { wait: true })<StudioBooking>(({ trouble }) =>
      trouble ? words.waiting.askedTrouble : words.waiting.asked,
    ),
  );
  return (
    <WaitingRow
      item={item}
      title={<BookingLink booking={item.thing} />}
      lead={<BookingFacts booking={item.thing} />}
      actions={
        <>
          <Button
            size="small"
            aria-label={words.waiting.standsOf({ name: client.name })}
            onClick={() => settle.mutate({ id })}
          >
            {words.waiting.stands}
          </Button>
          <Button
            size="small"
            look="primary"
            pending={verify.isPending}
            aria-label={words.waiting.askAgainOf({ name: client.name })}
            onClick={() => verify.mutate({ id })}
          >
            {words.waiting.askAgain}
          </Button>
        </>
      }
    />
  );
}

function BookingLink({ booking: { id, client } }: { readonly booking: StudioBooking }) {
  return (
    <Link to="/bookings/$bookingId" params={{ bookingId: id }} className="rounded hover:underline">
      {client.name}
    </Link>
  );
}

function BookingFacts({ booking }: { readonly booking: StudioBooking }) {
  const when = useWhen();
  const zone = useStudioZone();
  const mark = useZoneMark();
  const { start, end, service, artistName } = booking;
  return (
    <>
      <p className="tabular-nums">
        {when.span(start, end, zone)}
        {mark(zone, booking.zone, start)}
      </p>
      <p className="text-[13px] text-soft">
        {service} · {artistName}
      </p>
    </>
  );
}
