import { Armchair, Clock, HandCoins, NotebookPen, Scissors, UserRound } from 'lucide-react';
import { LinkedText } from '../../agenda/event/linked-text.tsx';
import type { BookingDetail } from '../../api/answers.ts';
import { ImageGallery } from '../../images/image-gallery.tsx';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { eventWhen } from '../../time/event-when.ts';
import { zoneName } from '../../time/zone-name.ts';
import { Fact } from '../../ui/display/fact.tsx';
import { ClientFacts } from '../client-facts.tsx';

interface OfBooking {
  readonly booking: BookingDetail;
}

/** Everything that is known of a booking. */
export function BookingFacts({ booking }: OfBooking) {
  const { words } = useReader();
  const { zone, note, client, language, clientZone, answers, imageIds } = booking;
  return (
    <div className="space-y-5">
      <AppointmentFacts booking={booking} />
      <Block title={words.bookings.client}>
        <dl className="space-y-2.5">
          <ClientFacts client={client} language={language} clientZone={clientZone} zone={zone} />
          {note && (
            <Fact icon={NotebookPen} name={words.bookings.note}>
              <LinkedText text={note} />
            </Fact>
          )}
        </dl>
      </Block>
      {answers.length > 0 && (
        <Block title={words.bookings.answers}>
          <dl className="space-y-2.5">
            {answers.map(({ label, value }) => (
              <div key={label}>
                <dt className="text-[13px] text-soft">{label}</dt>
                <dd className="whitespace-pre-wrap">{value}</dd>
              </div>
            ))}
          </dl>
        </Block>
      )}
      {imageIds.length > 0 && (
        <Block title={words.bookings.images}>
          <ImageGallery ids={imageIds} name={client.name} />
        </Block>
      )}
    </div>
  );
}

/** When, what for, with whom, where, and for how much. */
function AppointmentFacts({ booking }: OfBooking) {
  const { words } = useReader();
  const formats = useFormats();
  const { start, end, zone, service, artistName, chair, price, deposit } = booking;
  const times = { startsAt: start, endsAt: end, allDay: false, startDate: null, endDate: null };
  return (
    <dl className="space-y-3">
      <Fact icon={Clock} name={words.bookings.when}>
        <span className="font-medium tabular-nums first-letter:uppercase">
          {eventWhen(formats, times, zone)}
        </span>
        <span className="block text-[13px] text-soft">{words.event.zone({ zone: zoneName(zone) })}</span>
      </Fact>
      <Fact icon={Scissors} name={words.bookings.service}>
        {service}
      </Fact>
      <Fact icon={UserRound} name={words.bookings.artist}>
        {artistName}
      </Fact>
      {chair && (
        <Fact icon={Armchair} name={words.bookings.chair}>
          {chair}
        </Fact>
      )}
      {(price || deposit) && (
        <Fact icon={HandCoins} name={words.bookings.price}>
          {[price, deposit && words.bookings.depositOf({ deposit })].filter(Boolean).join(' · ')}
        </Fact>
      )}
    </dl>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section className="border-t border-line pt-4">
      <h3 className="mb-2.5 font-semibold">{title}</h3>
      {children}
    </section>
  );
}
