import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Textarea } from '../../ui/controls/textarea.tsx';
import type { NewBooking, NewBookingTyped } from './new-booking-form.ts';

/** Who comes, and how they are reached. */
export function ClientFields({
  form,
}: {
  readonly form: UseFormReturn<NewBookingTyped, unknown, NewBooking>;
}) {
  const { t } = useTranslation();
  const { errors } = form.formState;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <Field label={t('bookings.clientName')} error={errors.name && t('common.required')}>
          {(control) => <Input {...control} {...form.register('name')} autoComplete="off" maxLength={120} />}
        </Field>
      </div>
      <Field label={t('bookings.email')} error={errors.email && t('signIn.badEmail')}>
        {(control) => (
          <Input {...control} {...form.register('email')} type="email" inputMode="email" autoComplete="off" />
        )}
      </Field>
      <Field label={t('bookings.phoneOptional')} error={errors.phone && t('common.tooLong')}>
        {(control) => <Input {...control} {...form.register('phone')} type="tel" autoComplete="off" />}
      </Field>
      <div className="sm:col-span-2">
        <Field label={t('bookings.noteOptional')} error={errors.note && t('common.tooLong')}>
          {(control) => <Textarea {...control} {...form.register('note')} rows={2} />}
        </Field>
      </div>
    </div>
  );
}
