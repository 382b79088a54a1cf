import { Controller, type UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { trpc } from '../../api/trpc.ts';
import { Field } from '../../ui/controls/field.tsx';
import { Select } from '../../ui/controls/select.tsx';
import type { Profile } from './profile-form.ts';

const NOBODY = '-';

/** Which person signs in as this artist; only an admin says so. */
export function PersonField({ form }: { readonly form: UseFormReturn<Profile> }) {
  const { t } = useTranslation();
  const people = trpc.people.list.useQuery();
  const options = (people.data ?? []).map(({ id, name, email }) => ({ value: id, label: name, hint: email }));
  return (
    <Field label={t('profile.person')} hint={t('profile.personHint')}>
      {({ id }) => (
        <Controller
          name="userId"
          control={form.control}
          render={({ field }) => (
            <Select
              id={id}
              value={field.value ?? NOBODY}
              onChange={(value) => field.onChange(value === NOBODY ? null : value)}
              options={[{ value: NOBODY, label: t('profile.nobody') }, ...options]}
            />
          )}
        />
      )}
    </Field>
  );
}
