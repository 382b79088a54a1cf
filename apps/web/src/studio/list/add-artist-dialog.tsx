import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { Controller, type UseFormReturn, useForm, useWatch } from 'react-hook-form';
import { toast } from 'sonner';
import { z } from 'zod';
import { trpc } from '../../api/trpc.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useStudioZone } from '../../shell/use-studio-zone.ts';
import { isZone } from '../../time/known-zone.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { ZoneInput } from '../../ui/controls/zone-input.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { BlockingList, ReceivingSelect } from '../calendars/calendar-fields.tsx';
import { slugOf } from './slug-of.ts';

const artistForm = z.object({
  name: z.string().trim().min(1).max(120),
  slug: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    .max(60),
  zone: z.string().trim().refine(isZone),
  calendarId: z.uuid(),
  blocking: z.array(z.string()),
});
type NewArtist = z.infer<typeof artistForm>;

export function AddArtistDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { words } = useReader();
  return (
    <Dialog
      wide
      open={open}
      onClose={onClose}
      title={words.studio.addArtist}
      lead={words.studio.addArtistLead}
    >
      <AddArtistForm onClose={onClose} />
    </Dialog>
  );
}

function AddArtistForm({ onClose }: { readonly onClose: () => void }) {
  const { words } = useReader();
  const navigate = useNavigate();
  const zone = useStudioZone();
  const queries = trpc.useUtils();
  const add = trpc.artists.add.useMutation({
    async onSuccess(_, { name, slug }) {
      await queries.artists.invalidate();
      toast.success(words.studio.added({ name }));
      void navigate({ to: '/studio/$slug', params: { slug }, search: { section: 'services' } });
    },
  });
  const form = useForm<NewArtist>({
    resolver: zodResolver(artistForm),
    defaultValues: { name: '', slug: '', zone, calendarId: '', blocking: [] },
  });
  return (
    <form noValidate onSubmit={form.handleSubmit((typed) => add.mutate(typed))} className="space-y-5">
      <NameFields form={form} />
      <CalendarChoice form={form} />
      {add.error && <ProblemNotice error={add.error} />}
      <DialogActions>
        <Button onClick={onClose}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" pending={add.isPending}>
          {words.studio.addSubmit}
        </Button>
      </DialogActions>
    </form>
  );
}

interface PartProps {
  readonly form: UseFormReturn<NewArtist>;
}

/** The address follows the name until somebody writes their own. */
function NameFields({ form }: PartProps) {
  const { words } = useReader();
  const { errors, dirtyFields } = form.formState;
  const name = form.register('name', {
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => {
      if (!dirtyFields.slug) form.setValue('slug', slugOf(event.target.value));
    },
  });
  const slug = useWatch({ control: form.control, name: 'slug' });
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={words.profile.name} error={errors.name && words.common.required}>
        {(control) => <Input {...control} {...name} autoComplete="off" />}
      </Field>
      <Field
        label={words.profile.slug}
        hint={`${location.host}/book/${slug || '…'}`}
        error={errors.slug && words.studio.badSlug}
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('slug')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <div className="sm:col-span-2">
        <Field
          label={words.profile.zone}
          hint={words.profile.zoneHint}
          error={errors.zone && words.profile.noZone}
        >
          {(control) => <ZoneInput {...control} {...form.register('zone')} />}
        </Field>
      </div>
    </div>
  );
}

/** What receives blocks as well, unless somebody takes it out. */
function CalendarChoice({ form }: PartProps) {
  const { words } = useReader();
  const { calendars = [] } = useCalendars();
  const [calendarId, blocking] = useWatch({ control: form.control, name: ['calendarId', 'blocking'] });
  const receive = (next: string | null) => {
    form.setValue('calendarId', next ?? '', { shouldValidate: form.formState.isSubmitted });
    if (next !== null && !blocking.includes(next)) form.setValue('blocking', [...blocking, next]);
  };
  return (
    <>
      <Field
        label={words.artistCalendars.receiving}
        hint={words.artistCalendars.receivingLead}
        error={form.formState.errors.calendarId && words.artistCalendars.missingHint}
      >
        {({ id }) => (
          <ReceivingSelect
            required
            id={id}
            calendars={calendars}
            value={calendarId || null}
            onChange={receive}
          />
        )}
      </Field>
      <fieldset>
        <legend className="mb-1.5 font-medium">{words.artistCalendars.blocking}</legend>
        <Controller
          name="blocking"
          control={form.control}
          render={({ field }) => (
            <BlockingList
              calendars={calendars}
              chosen={field.value}
              receiving={calendarId || null}
              onChange={field.onChange}
            />
          )}
        />
      </fieldset>
    </>
  );
}
