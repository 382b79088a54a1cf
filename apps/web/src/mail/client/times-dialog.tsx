import { useState } from 'react';
import type { StudioBooking } from '../../api/answers.ts';
import { TimePicker } from '../../bookings/picker/time-picker.tsx';
import { type Bookable, useBookable } from '../../bookings/use-bookable.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useWhen } from '../../time/use-when.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { offerText } from './offer-text.ts';

interface TimesDialogProps {
  readonly open: boolean;
  /** What it begins with: as the last time. */
  readonly last: StudioBooking | undefined;
  readonly onClose: () => void;
  readonly onInsert: (text: string) => void;
}

/** Free times for an answer: each a link to the public page, where it is chosen already. Nothing is kept. */
export function TimesDialog({ open, last, onClose, onInsert }: TimesDialogProps) {
  const { words } = useReader();
  const { artists } = useBookable();
  return (
    <Dialog
      wide
      open={open}
      onClose={onClose}
      title={words.mailClient.timesTitle}
      lead={words.mailClient.timesLead}
    >
      {artists ? (
        <TimesForm artists={artists} last={last} onClose={onClose} onInsert={onInsert} />
      ) : (
        <Skeleton className="h-72" />
      )}
    </Dialog>
  );
}

type TimesFormProps = Omit<TimesDialogProps, 'open'> & { readonly artists: readonly Bookable[] };

function TimesForm({ artists, last, onClose, onInsert }: TimesFormProps) {
  const { words } = useReader();
  const when = useWhen();
  const [slug, setSlug] = useState(last?.artist ?? artists[0]?.slug ?? '');
  const [serviceId, setServiceId] = useState(last?.serviceId ?? null);
  const [chosen, setChosen] = useState<readonly Date[]>([]);
  const artist = artists.find((one) => one.slug === slug) ?? artists[0];
  const service = artist?.services.find(({ id }) => id === serviceId) ?? artist?.services[0];
  if (!artist || !service) return <p className="text-soft">{words.bookings.noArtists}</p>;
  const toggle = (start: Date) =>
    setChosen((before) =>
      before.some((one) => one.getTime() === start.getTime())
        ? before.filter((one) => one.getTime() !== start.getTime())
        : [...before, start].toSorted((a, b) => a.getTime() - b.getTime()),
    );
  const end = (start: Date) => new Date(start.getTime() + service.minutes * 60_000);
  return (
    <div className="space-y-4">
      <div className="grid gap-3 sm:grid-cols-2">
        <Select
          label={words.bookings.artist}
          value={artist.slug}
          onChange={(next) => {
            setSlug(next);
            setChosen([]);
          }}
          options={artists.map((one) => ({ value: one.slug, label: one.name }))}
        />
        <Select
          label={words.bookings.service}
          value={service.id}
          onChange={(next) => {
            setServiceId(next);
            setChosen([]);
          }}
          options={artist.services.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
      <TimePicker
        key={`${artist.slug} ${service.id}`}
        artist={artist.slug}
        serviceId={service.id}
        length={service.minutes}
        zone={artist.zone}
        value={null}
        onChange={() => undefined}
        several={{ chosen, onToggle: toggle }}
      />
      <ul className="flex flex-wrap gap-2">
        {chosen.map((start) => {
          const name = when.span(start, end(start), artist.zone);
          return (
            <li key={start.getTime()}>
              <Button
                size="small"
                aria-label={words.mailClient.timesTaken({ name })}
                onClick={() => toggle(start)}
              >
                {name} ×
              </Button>
            </li>
          );
        })}
      </ul>
      <DialogActions>
        <Button onClick={onClose}>{words.common.cancel}</Button>
        <Button
          look="primary"
          disabled={chosen.length === 0}
          onClick={() =>
            onInsert(
              offerText({
                lead: words.mailClient.timesText({ service: service.name, artist: artist.name }),
                origin: window.location.origin,
                artist,
                serviceId: service.id,
                times: chosen.map((start) => ({ start, said: when.span(start, end(start), artist.zone) })),
              }),
            )
          }
        >
          {words.mailClient.timesInsert({ count: chosen.length })}
        </Button>
      </DialogActions>
    </div>
  );
}
