import { LANGUAGE_NAMES, LANGUAGES } from '@atelier/words/language';
import { Controller, type UseFormReturn, useWatch } from 'react-hook-form';
import type { StudioSettings } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { isZone } from '../time/known-zone.ts';
import { useNow } from '../time/use-now.ts';
import { Field } from '../ui/controls/field.tsx';
import { Input } from '../ui/controls/input.tsx';
import { Select } from '../ui/controls/select.tsx';
import { Textarea } from '../ui/controls/textarea.tsx';
import { ZoneInput } from '../ui/controls/zone-input.tsx';
import type { StudioTyped } from './studio-form.ts';
import { useFixed } from './use-fixed.ts';

export interface FieldsProps {
  readonly form: UseFormReturn<StudioTyped>;
  readonly studio: StudioSettings;
}

/** What clients read, and how they come and call. */
export function IdentityFields({ form, studio }: FieldsProps) {
  const { words } = useReader();
  const { errors } = form.formState;
  const name = useFixed(studio, 'name');
  return (
    <div className="space-y-4">
      <Field
        label={words.settings.name}
        hint={name.hint ?? words.settings.nameHint}
        error={errors.name && words.common.required}
      >
        {(control) => (
          <Input {...control} {...form.register('name')} {...name.lock} autoComplete="organization" />
        )}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={words.settings.address}
          hint={words.settings.addressHint}
          error={errors.address && words.common.tooLong}
        >
          {(control) => (
            <Textarea {...control} {...form.register('address')} rows={2} autoComplete="street-address" />
          )}
        </Field>
        <Field
          label={words.settings.phone}
          hint={words.settings.phoneHint}
          error={errors.phone && words.settings.badPhone}
        >
          {(control) => <Input {...control} {...form.register('phone')} type="tel" autoComplete="tel" />}
        </Field>
      </div>
    </div>
  );
}

const MINUTE_MS = 60_000;

/** Whose clock and whose language it is where nobody has chosen another. */
export function ZoneFields({ form, studio }: FieldsProps) {
  const { words } = useReader();
  const { time } = useFormats();
  const now = useNow(MINUTE_MS);
  const { errors } = form.formState;
  const fixed = useFixed(studio, 'zone');
  const zone = useWatch({ control: form.control, name: 'zone' });
  const clock = isZone(zone) ? words.settings.zoneNow({ time: time(now, zone) }) : '';
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field
        label={words.settings.zone}
        hint={`${clock} ${fixed.hint ?? words.settings.zoneHint}`}
        error={errors.zone && words.profile.noZone}
      >
        {(control) => <ZoneInput {...control} {...form.register('zone')} {...fixed.lock} />}
      </Field>
      <Field label={words.settings.language} hint={words.settings.languageHint}>
        {({ id }) => (
          <Controller
            name="language"
            control={form.control}
            render={({ field }) => (
              <Select
                id={id}
                value={field.value}
                onChange={field.onChange}
                options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
              />
            )}
          />
        )}
      </Field>
    </div>
  );
}
