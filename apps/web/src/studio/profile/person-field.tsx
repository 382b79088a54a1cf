import { Controller, type UseFormReturn } from 'react-hook-form';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Field } from '../../ui/controls/field.tsx';
import { Select } from '../../ui/controls/select.tsx';
import type { Profile } from './profile-form.ts';

const NOBODY = '-';

/** Which person signs in as this artist; only an admin says so. */
export function PersonField({ form }: { readonly form: UseFormReturn<Profile> }) {
  const { words } = useReader();
  const people = trpc.people.list.useQuery();
  const options = (people.data ?? []).map(({ id, name, email }) => ({ value: id, label: name, hint: email }));
  return (
    <Field label={words.profile.person} hint={words.profile.personHint}>
      {({ id }) => (
        <Controller
          name="userId"
          control={form.control}
          render={({ field }) => (
            <Select
              id={id}
              value={field.value ?? NOBODY}
              onChange={(value) => field.onChange(value === NOBODY ? null : value)}
              options={[{ value: NOBODY, label: words.profile.nobody }, ...options]}
            />
          )}
        />
      )}
    </Field>
  );
}
