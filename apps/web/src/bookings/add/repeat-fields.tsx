import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { useReader } from '../../language/studio-reader.ts';
import { Checkbox } from '../../ui/controls/checkbox.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Segments } from '../../ui/controls/segments.tsx';
import type { NewBooking, NewBookingTyped } from './new-booking-form.ts';

/** Settled or still to be confirmed; once, or several sessions that are booked all or none. */
export function RepeatFields({
  form,
}: {
  readonly form: UseFormReturn<NewBookingTyped, unknown, NewBooking>;
}) {
  const { words } = useReader();
  const { errors } = form.formState;
  const repeats = useWatch({ control: form.control, name: 'repeats' });
  return (
    <div className="space-y-4">
      <Controller
        name="confirmed"
        control={form.control}
        render={({ field }) => (
          <div>
            <p aria-hidden className="mb-1.5 font-medium">
              {words.bookings.addAs}
            </p>
            <Segments
              label={words.bookings.addAs}
              value={field.value ? 'yes' : 'no'}
              options={[
                { value: 'yes', label: words.bookings.asConfirmed },
                { value: 'no', label: words.bookings.asRequest },
              ]}
              onChange={(value) => field.onChange(value === 'yes')}
            />
          </div>
        )}
      />
      <Controller
        name="repeats"
        control={form.control}
        render={({ field }) => (
          <div className="flex items-center gap-2.5">
            <Checkbox id="new-booking-repeats" checked={field.value} onChange={field.onChange} />
            <label htmlFor="new-booking-repeats">{words.bookings.repeats}</label>
          </div>
        )}
      />
      {repeats && (
        <div className="grid grid-cols-2 gap-4 rounded-xl bg-sunken p-4">
          <Field
            label={words.bookings.everyWeeks}
            error={errors.weeks && words.bookings.between({ from: '1' })}
          >
            {(control) => <Input {...control} {...form.register('weeks')} inputMode="numeric" />}
          </Field>
          <Field
            label={words.bookings.sessionCount}
            error={errors.count && words.bookings.between({ from: '2' })}
          >
            {(control) => <Input {...control} {...form.register('count')} inputMode="numeric" />}
          </Field>
          <p className="col-span-2 text-[13px] text-soft">{words.bookings.allOrNone}</p>
        </div>
      )}
    </div>
  );
}
