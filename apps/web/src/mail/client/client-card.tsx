import { Link } from '@tanstack/react-router';
import { CalendarClock, CalendarPlus, Mails, ShieldAlert, ShieldCheck, UserRound } from 'lucide-react';
import { useState } from 'react';
import type { MailClient, PlacedMail, StudioBooking } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { NewBookingDialog } from '../../bookings/add/new-booking-dialog.tsx';
import { BookingBadges } from '../../bookings/booking-badges.tsx';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { useWhen } from '../../time/use-when.ts';
import { Button, buttonClass } from '../../ui/controls/button.tsx';
import { Card } from '../../ui/display/card.tsx';
import { TimesDialog } from './times-dialog.tsx';

interface ClientCardProps {
  /** The newest message of the conversation that somebody else wrote. */
  readonly message: PlacedMail;
  /** An answer that begins with this text. */
  readonly onAnswerWith: (message: PlacedMail, text: string) => void;
}

/** Whoever is on the other side, by their address: what they have booked and wished for, and the next step. */
export function ClientCard({ message, onAnswerWith }: ClientCardProps) {
  const { words } = useReader();
  const seen = trpc.mailboxes.client.useQuery({ id: message.id });
  const [open, setOpen] = useState<'book' | 'times' | null>(null);
  if (!seen.data) return null;
  const client = seen.data;
  const [last] = client.bookings;
  const close = () => setOpen(null);
  return (
    <Card aria-label={words.mailClient.title} className="space-y-3 p-4">
      <Who client={client} />
      <Bookings bookings={client.bookings} />
      <Ideas client={client} />
      <div className="flex flex-wrap gap-2">
        <Button size="small" onClick={() => setOpen('book')}>
          <CalendarPlus aria-hidden className="size-4" />
          {last ? words.mailClient.again : words.mailClient.book}
        </Button>
        <Button size="small" onClick={() => setOpen('times')}>
          <CalendarClock aria-hidden className="size-4" />
          {words.mailClient.times}
        </Button>
        <Link
          to="/mail"
          search={{ q: `from:${client.person.address}` }}
          className={buttonClass('quiet', 'small')}
        >
          <Mails aria-hidden className="size-4" />
          {words.mailClient.mails({ count: client.mails })}
        </Link>
      </div>
      <NewBookingDialog open={open === 'book'} onClose={close} begin={beginOf(client)} />
      <TimesDialog
        open={open === 'times'}
        last={last}
        onClose={close}
        onInsert={(text) => {
          close();
          onAnswerWith(message, text);
        }}
      />
    </Card>
  );
}

/** As the last time, for whoever wrote. */
function beginOf({ person, bookings: [last] }: MailClient) {
  return {
    name: last?.client.name ?? person.name,
    email: last?.client.email ?? person.address,
    phone: last?.client.phone ?? '',
    artist: last?.artist ?? '',
    serviceId: last?.serviceId ?? '',
  };
}

function Who({ client }: { readonly client: MailClient }) {
  const { words } = useReader();
  const { list } = useFormats();
  const { person, trust, elsewhere, first, otherAddresses } = client;
  const doubts = [
    trust === 'disowned' && words.mailClient.trust.disowned,
    elsewhere && words.mailClient.elsewhere({ address: elsewhere.address }),
    otherAddresses.length > 0 &&
      words.mailClient.otherAddresses({ name: person.name, addresses: list([...otherAddresses]) }),
  ].filter((one) => typeof one === 'string');
  return (
    <div className="space-y-1">
      <p className="flex flex-wrap items-center gap-x-2">
        <UserRound aria-hidden className="size-4.5 text-soft" />
        <span className="font-medium break-words">{person.name || person.address}</span>
        {person.name !== '' && <span className="text-[13px] break-all text-soft">{person.address}</span>}
        {trust === 'vouched' && (
          <span title={words.mailClient.trust.vouched}>
            <ShieldCheck aria-label={words.mailClient.trust.vouched} className="size-4 text-good" />
          </span>
        )}
      </p>
      {doubts.map((doubt) => (
        <p key={doubt} className="flex items-start gap-1.5 text-[13px] font-medium text-warn">
          <ShieldAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0 break-words">{doubt}</span>
        </p>
      ))}
      {first && <p className="text-[13px] text-soft">{words.mailClient.first}</p>}
    </div>
  );
}

const SHOWN = 3;

function Bookings({ bookings }: Pick<MailClient, 'bookings'>) {
  const { words } = useReader();
  const [all, setAll] = useState(false);
  if (bookings.length === 0) return null;
  return (
    <div>
      <p className="text-[13px] font-medium text-soft">
        {words.mailClient.bookings({ count: bookings.length })}
      </p>
      <ul className="divide-y divide-line">
        {(all ? bookings : bookings.slice(0, SHOWN)).map((booking) => (
          <BookingLine key={booking.id} booking={booking} />
        ))}
      </ul>
      {!all && bookings.length > SHOWN && (
        <Button look="quiet" size="small" onClick={() => setAll(true)}>
          {words.mailClient.allBookings}
        </Button>
      )}
    </div>
  );
}

function BookingLine({ booking }: { readonly booking: StudioBooking }) {
  const when = useWhen();
  const { id, start, end, zone, service, artistName } = booking;
  return (
    <li className="relative flex flex-wrap items-center gap-x-3 gap-y-1 py-2 hover:bg-sunken">
      <Link
        to="/bookings/$bookingId"
        params={{ bookingId: id }}
        search={{}}
        className="rounded font-medium after:absolute after:inset-0"
      >
        {when.span(start, end, zone)}
      </Link>
      <span className="min-w-0 flex-1 truncate text-[13px] text-soft">
        {service} · {artistName}
      </span>
      <BookingBadges booking={booking} />
    </li>
  );
}

function Ideas({ client: { ideas, bookings } }: { readonly client: MailClient }) {
  const { words } = useReader();
  if (ideas.length === 0)
    return bookings.length === 0 ? <p className="text-[13px] text-soft">{words.mailClient.none}</p> : null;
  return (
    <div>
      <p className="text-[13px] font-medium text-soft">{words.mailClient.ideas({ count: ideas.length })}</p>
      <ul>
        {ideas.slice(0, SHOWN).map(({ id, idea, state }) => (
          <li key={id} className="relative flex items-center gap-3 py-1.5 hover:bg-sunken">
            <Link
              to="/inquiries/$inquiryId"
              params={{ inquiryId: id }}
              className="min-w-0 flex-1 truncate rounded after:absolute after:inset-0"
            >
              {idea}
            </Link>
            <span className="text-[13px] text-soft">{words.inquiries.states[state]}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
