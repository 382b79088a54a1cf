import type { ClientBooking } from '../api/answers.ts';
import { ServiceFacts } from '../choose/service-facts.tsx';
import { Facts } from '../controls/facts.tsx';
import { useReader } from '../language/reader.ts';
import { linkTo } from '../url/link-to.ts';
import { useSearch } from '../url/location.ts';

/** All that was agreed on or asked for. */
export function BookingFacts({ booking }: { readonly booking: ClientBooking }) {
  const { words, formats } = useReader();
  const search = useSearch();
  const { start, end, zone, client, note, alternativeStart, series } = booking;
  const minutes = Math.round((end.getTime() - start.getTime()) / 60_000);
  return (
    <Facts
      facts={[
        {
          label: words.manage.what,
          value: (
            <>
              {booking.service}
              <span className="mt-1 flex flex-wrap gap-x-3.5 gap-y-1 text-sm">
                <ServiceFacts minutes={minutes} price={booking.price} deposit={booking.deposit} />
              </span>
            </>
          ),
        },
        { label: words.manage.who, value: booking.artist.name },
        ...(alternativeStart
          ? [{ label: words.manage.secondChoice, value: formats.moment(alternativeStart, zone) }]
          : []),
        {
          label: words.manage.contact,
          value: [client.name, client.email, client.phone].filter(Boolean).join('\n'),
        },
        ...(note ? [{ label: words.manage.note, value: note }] : []),
        ...booking.answers,
        ...(series.length > 1
          ? [
              {
                label: words.manage.sessions,
                value: (
                  <ol className="grid gap-1">
                    {series.map((session) => (
                      <li key={session.start.getTime()}>
                        {session.start.getTime() === start.getTime() ? (
                          <strong className="font-semibold">{formats.moment(session.start, zone)}</strong>
                        ) : (
                          <a
                            href={linkTo(`/booking/${session.token}`, search)}
                            className="text-accent underline underline-offset-2"
                          >
                            {formats.moment(session.start, zone)}
                          </a>
                        )}
                        <span className="text-soft"> · {words.manage.states[session.state]}</span>
                      </li>
                    ))}
                  </ol>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
