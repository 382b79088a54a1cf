import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import { toast } from 'sonner';
import type { StudioService } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Textarea } from '../../ui/controls/textarea.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { QuestionsEditor } from './questions-editor.tsx';
import { ServiceRules, ServiceTimes } from './service-fields.tsx';
import { type ServiceTyped, serviceFields, serviceForm, serviceTyped } from './service-form.ts';

interface ServiceDialogProps {
  /** Of the artist. */
  readonly slug: string;
  /** Null for a new one. */
  readonly service: StudioService | null;
  /** Where a new one stands. */
  readonly position: number;
  readonly onClose: () => void;
}

export function ServiceDialog({ service, onClose, ...where }: ServiceDialogProps) {
  const { words } = useReader();
  const title = service ? words.services.edit({ name: service.name }) : words.services.add;
  return (
    <Dialog wide open onClose={onClose} title={title}>
      <ServiceForm service={service} onClose={onClose} {...where} />
    </Dialog>
  );
}

function ServiceForm({ slug, service, position, onClose }: ServiceDialogProps) {
  const { words } = useReader();
  const { locale } = useFormats();
  const queries = trpc.useUtils();
  const save = trpc.artists.saveService.useMutation({
    async onSuccess(saved) {
      await Promise.all([queries.artists.invalidate(), queries.booking.studio.invalidate()]);
      toast.success(words.services.saved({ name: saved.name }));
      onClose();
    },
  });
  const form = useForm<ServiceTyped>({
    resolver: zodResolver(serviceForm),
    defaultValues: serviceTyped(service, locale),
  });
  const submit = form.handleSubmit((typed) => {
    const which = service ? { id: service.id, active: service.active } : { position };
    save.mutate({ artist: slug, ...which, ...serviceFields(typed) });
  });
  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      <WordFields form={form} />
      <ServiceTimes form={form} />
      <ServiceRules form={form} />
      <Controller
        name="questions"
        control={form.control}
        render={({ field, fieldState }) => (
          <QuestionsEditor questions={field.value} onChange={field.onChange} wrong={fieldState.invalid} />
        )}
      />
      {save.error && <ProblemNotice error={save.error} />}
      <DialogActions>
        <Button onClick={onClose}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" pending={save.isPending}>
          {words.common.save}
        </Button>
      </DialogActions>
    </form>
  );
}

function WordFields({ form }: { readonly form: UseFormReturn<ServiceTyped> }) {
  const { words } = useReader();
  const { errors } = form.formState;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <Field label={words.services.name} error={errors.name && words.common.required}>
          {(control) => <Input {...control} {...form.register('name')} autoComplete="off" maxLength={120} />}
        </Field>
      </div>
      <div className="sm:col-span-2">
        <Field
          label={words.services.description}
          hint={words.services.descriptionHint}
          error={errors.description && words.common.tooLong}
        >
          {(control) => <Textarea {...control} {...form.register('description')} rows={2} />}
        </Field>
      </div>
      <Field
        label={words.services.price}
        hint={words.services.priceHint}
        error={errors.price && words.common.tooLong}
      >
        {(control) => <Input {...control} {...form.register('price')} autoComplete="off" />}
      </Field>
      <Field
        label={words.services.deposit}
        hint={words.services.depositHint}
        error={errors.deposit && words.common.tooLong}
      >
        {(control) => <Input {...control} {...form.register('deposit')} autoComplete="off" />}
      </Field>
    </div>
  );
}
