import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import type { StudioArtist } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { UnsavedGuard } from '../../shell/unsaved-guard.tsx';
import { useMe } from '../../shell/use-me.ts';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Switch } from '../../ui/controls/switch.tsx';
import { Textarea } from '../../ui/controls/textarea.tsx';
import { ZoneInput } from '../../ui/controls/zone-input.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Panel } from '../panel.tsx';
import { SaveBar } from '../save-bar.tsx';
import { useSetArtist } from '../use-set-artist.ts';
import { PersonField } from './person-field.tsx';
import { PictureField } from './picture-field.tsx';
import { type Profile, profileForm } from './profile-form.ts';

/** Who the artist is, for clients and for the studio. */
export function ProfileSection({ artist }: { readonly artist: StudioArtist }) {
  const { words } = useReader();
  const { slug, name, bio, zone, active, userId } = artist;
  const form = useForm<Profile>({
    resolver: zodResolver(profileForm),
    values: { name, bio, zone, active, userId },
    resetOptions: { keepDirtyValues: true },
  });
  const { isDirty, dirtyFields } = form.formState;
  const set = useSetArtist();
  const submit = form.handleSubmit((typed) => {
    const changed = Object.keys(dirtyFields) as (keyof Profile)[];
    set.mutate(
      { slug, ...Object.fromEntries(changed.map((key) => [key, typed[key]])) },
      { onSuccess: () => form.reset(typed) },
    );
  });
  return (
    <div className="space-y-5">
      <Panel title={words.profile.picture}>
        <PictureField artist={artist} />
      </Panel>
      <form noValidate onSubmit={submit}>
        <Panel title={words.profile.title} lead={words.profile.lead}>
          <ProfileFields form={form} artist={artist} />
        </Panel>
        {set.error && (
          <div className="mt-5">
            <ProblemNotice error={set.error} />
          </div>
        )}
        <SaveBar dirty={isDirty} pending={set.isPending} onDiscard={() => form.reset()} />
      </form>
      <UnsavedGuard dirty={isDirty && !set.isPending} />
    </div>
  );
}

interface ProfileFieldsProps {
  readonly form: UseFormReturn<Profile>;
  readonly artist: StudioArtist;
}

function ProfileFields({ form, artist }: ProfileFieldsProps) {
  const { words } = useReader();
  const admin = useMe().role === 'ADMIN';
  const { errors } = form.formState;
  const disabled = !artist.mayEdit;
  return (
    <div className="space-y-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={words.profile.name} error={errors.name && words.common.required}>
          {(control) => (
            <Input {...control} {...form.register('name')} disabled={disabled} autoComplete="off" />
          )}
        </Field>
        <Field label={words.profile.slug} hint={words.profile.slugHint}>
          {(control) => <Input {...control} value={artist.slug} readOnly className="read-only:bg-sunken" />}
        </Field>
      </div>
      <Field
        label={words.profile.bio}
        hint={words.profile.bioHint}
        error={errors.bio && words.common.tooLong}
      >
        {(control) => <Textarea {...control} {...form.register('bio')} disabled={disabled} rows={4} />}
      </Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={words.profile.zone}
          hint={words.profile.zoneHint}
          error={errors.zone && words.profile.noZone}
        >
          {(control) => <ZoneInput {...control} {...form.register('zone')} disabled={disabled} />}
        </Field>
        {admin && <PersonField form={form} />}
      </div>
      <Controller
        name="active"
        control={form.control}
        render={({ field }) => (
          <div className="flex items-start gap-3 rounded-xl bg-sunken p-4">
            <Switch
              checked={field.value}
              onChange={field.onChange}
              label={words.profile.active}
              disabled={disabled}
            />
            <div>
              <p className="font-medium">{words.profile.active}</p>
              <p className="text-[13px] text-soft">
                {field.value ? words.profile.activeHint : words.profile.inactiveHint}
              </p>
            </div>
          </div>
        )}
      />
    </div>
  );
}
