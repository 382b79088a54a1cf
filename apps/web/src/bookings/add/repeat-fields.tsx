import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation();
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
              {t('bookings.addAs')}
            </p>
            <Segments
              label={t('bookings.addAs')}
              value={field.value ? 'yes' : 'no'}
              options={[
                { value: 'yes', label: t('bookings.asConfirmed') },
                { value: 'no', label: t('bookings.asRequest') },
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
            <label htmlFor="new-booking-repeats">{t('bookings.repeats')}</label>
          </div>
        )}
      />
      {repeats && (
        <div className="grid grid-cols-2 gap-4 rounded-xl bg-sunken p-4">
          <Field label={t('bookings.everyWeeks')} error={errors.weeks && t('bookings.between', { from: 1 })}>
            {(control) => <Input {...control} {...form.register('weeks')} inputMode="numeric" />}
          </Field>
          <Field
            label={t('bookings.sessionCount')}
            error={errors.count && t('bookings.between', { from: 2 })}
          >
            {(control) => <Input {...control} {...form.register('count')} inputMode="numeric" />}
          </Field>
          <p className="col-span-2 text-[13px] text-soft">{t('bookings.allOrNone')}</p>
        </div>
      )}
    </div>
  );
}
