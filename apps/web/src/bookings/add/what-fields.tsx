import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { durationText } from '../../time/duration.ts';
import { Field } from '../../ui/controls/field.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { TimePicker } from '../picker/time-picker.tsx';
import type { Bookable } from '../use-bookable.ts';
import type { NewBooking, NewBookingTyped } from './new-booking-form.ts';

interface WhatFieldsProps {
  readonly form: UseFormReturn<NewBookingTyped, unknown, NewBooking>;
  readonly artists: readonly Bookable[];
}

/** Whose appointment, what for, and when. */
export function WhatFields({ form, artists }: WhatFieldsProps) {
  const { words } = useReader();
  const { errors } = form.formState;
  const [slug, serviceId] = useWatch({ control: form.control, name: ['artist', 'serviceId'] });
  const artist = artists.find((one) => one.slug === slug);
  const service = artist?.services.find(({ id }) => id === serviceId);
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <ArtistField form={form} artists={artists} slug={slug} />
        <ServiceField form={form} artist={artist} />
      </div>
      {artist && service && (
        <Controller
          name="start"
          control={form.control}
          render={({ field }) => (
            <TimePicker
              key={artist.slug}
              artist={artist.slug}
              serviceId={service.id}
              length={service.minutes}
              zone={artist.zone}
              value={field.value}
              onChange={field.onChange}
              error={errors.start && words.picker.choose}
            />
          )}
        />
      )}
    </div>
  );
}

/** Another artist has other services, and other free times. */
function ArtistField({ form, artists, slug }: WhatFieldsProps & { readonly slug: string }) {
  const { words } = useReader();
  const choose = (next: string) => {
    form.setValue('artist', next);
    form.setValue('serviceId', artists.find((one) => one.slug === next)?.services[0]?.id ?? '');
    form.setValue('start', null);
  };
  return (
    <Field label={words.bookings.artist} error={form.formState.errors.artist && words.common.required}>
      {({ id }) => (
        <Select
          id={id}
          value={slug}
          placeholder={words.bookings.chooseArtist}
          onChange={choose}
          options={artists.map((one) => ({ value: one.slug, label: one.name }))}
        />
      )}
    </Field>
  );
}

interface ServiceFieldProps extends Pick<WhatFieldsProps, 'form'> {
  readonly artist: Bookable | undefined;
}

function ServiceField({ form, artist }: ServiceFieldProps) {
  const { words } = useReader();
  const { locale } = useFormats();
  const options = (artist?.services ?? []).map(({ id, name, minutes }) => ({
    value: id,
    label: name,
    hint: durationText(minutes, locale),
  }));
  return (
    <Field label={words.bookings.service} error={form.formState.errors.serviceId && words.common.required}>
      {({ id }) => (
        <Controller
          name="serviceId"
          control={form.control}
          render={({ field }) => (
            <Select
              id={id}
              value={field.value}
              placeholder={words.bookings.chooseService}
              onChange={field.onChange}
              disabled={!artist}
              options={options}
            />
          )}
        />
      )}
    </Field>
  );
}
