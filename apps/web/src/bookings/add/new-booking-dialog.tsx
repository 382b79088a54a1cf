import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { UserRoundX } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { newKey } from '../../api/new-key.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { type Bookable, useBookable } from '../use-bookable.ts';
import { ClientFields } from './client-fields.tsx';
import { BLANK_BOOKING, type NewBooking, type NewBookingTyped, newBookingForm } from './new-booking-form.ts';
import { RepeatFields } from './repeat-fields.tsx';
import { WhatFields } from './what-fields.tsx';

/** An appointment made on the telephone or at the desk. */
export function NewBookingDialog({
  open,
  onClose,
  begin = {},
}: {
  readonly open: boolean;
  readonly onClose: () => void;
  /** What is known already; an artist or a service that is not offered any more is left out. */
  readonly begin?: Begin;
}) {
  const { words } = useReader();
  const { artists, error } = useBookable();
  return (
    <Dialog wide open={open} onClose={onClose} title={words.bookings.add} lead={words.bookings.addLead}>
      {error && !artists && <ProblemNotice error={error} />}
      {!error && !artists && <Skeleton className="h-72" />}
      {artists?.length === 0 && (
        <EmptyState icon={UserRoundX} title={words.bookings.noArtists} hint={words.bookings.noArtistsHint} />
      )}
      {artists && artists.length > 0 && <NewBookingForm artists={artists} begin={begin} onDone={onClose} />}
    </Dialog>
  );
}

type Begin = Partial<Pick<NewBookingTyped, 'artist' | 'serviceId' | 'name' | 'email' | 'phone'>>;

interface NewBookingFormProps {
  readonly artists: readonly Bookable[];
  readonly begin: Begin;
  readonly onDone: () => void;
}

function NewBookingForm({ artists, begin, onDone }: NewBookingFormProps) {
  const { words, language } = useReader();
  const add = useAddBooking();
  // One key for this dialog: pressing twice makes one appointment. What is changed after a refusal is another one.
  const [key, setKey] = useState(newKey);
  const known = artists.find(({ slug }) => slug === begin.artist);
  const artist = known ?? (artists.length === 1 ? artists[0] : undefined);
  const service = artist?.services.find(({ id }) => id === begin.serviceId) ?? artist?.services[0];
  const form = useForm<NewBookingTyped, unknown, NewBooking>({
    resolver: zodResolver(newBookingForm),
    defaultValues: { ...BLANK_BOOKING, ...begin, artist: artist?.slug ?? '', serviceId: service?.id ?? '' },
  });
  const { reset } = add;
  // A refusal is about what was asked for then, not about what is typed by now.
  useEffect(() => form.subscribe({ formState: { values: true }, callback: reset }), [form, reset]);
  const submit = form.handleSubmit((typed) => {
    if (typed.start)
      add.mutate(
        { ...asked(typed, typed.start, key), language: language },
        { onError: () => setKey(newKey()) },
      );
  });
  return (
    <form noValidate onSubmit={submit} className="space-y-6">
      <WhatFields form={form} artists={artists} />
      <ClientFields form={form} />
      <RepeatFields form={form} />
      {add.error && <ProblemNotice error={add.error} />}
      <DialogActions>
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" pending={add.isPending}>
          {words.bookings.addSubmit}
        </Button>
      </DialogActions>
    </form>
  );
}

function asked(typed: NewBooking, start: Date, key: string) {
  const { artist, serviceId, name, email, phone, note, confirmed, repeats, weeks, count } = typed;
  return {
    key,
    artist,
    serviceId,
    start,
    client: { name, email, ...(phone && { phone }) },
    ...(note.trim() && { note: note.trim() }),
    confirmed,
    ...(repeats && { every: { weeks }, count }),
  };
}

/** The new appointment opens, so that it can be read back to the client. */
function useAddBooking() {
  const { words } = useReader();
  const navigate = useNavigate();
  const queries = trpc.useUtils();
  return trpc.bookings.add.useMutation({
    onSuccess({ bookings }, { client }) {
      toast.success(words.bookings.added({ name: client.name, count: bookings.length }));
      void queries.bookings.list.invalidate();
      const [first] = bookings;
      if (first) void navigate({ to: '/bookings/$bookingId', params: { bookingId: first.id }, search: {} });
    },
  });
}
