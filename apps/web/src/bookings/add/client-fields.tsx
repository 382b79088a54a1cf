import type { UseFormReturn } from 'react-hook-form';
import { useReader } from '../../language/studio-reader.ts';
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
  const { words } = useReader();
  const { errors } = form.formState;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <Field label={words.bookings.clientName} error={errors.name && words.common.required}>
          {(control) => <Input {...control} {...form.register('name')} autoComplete="off" maxLength={120} />}
        </Field>
      </div>
      <Field label={words.bookings.email} error={errors.email && words.signIn.badEmail}>
        {(control) => (
          <Input {...control} {...form.register('email')} type="email" inputMode="email" autoComplete="off" />
        )}
      </Field>
      <Field label={words.bookings.phoneOptional} error={errors.phone && words.common.tooLong}>
        {(control) => <Input {...control} {...form.register('phone')} type="tel" autoComplete="off" />}
      </Field>
      <div className="sm:col-span-2">
        <Field label={words.bookings.noteOptional} error={errors.note && words.common.tooLong}>
          {(control) => <Textarea {...control} {...form.register('note')} rows={2} />}
        </Field>
      </div>
    </div>
  );
}
