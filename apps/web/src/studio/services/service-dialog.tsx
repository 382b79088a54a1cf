import { zodResolver } from '@hookform/resolvers/zod';
import { Controller, type UseFormReturn, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import type { StudioService } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useFormats } from '../../i18n/use-formats.ts';
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
  const { t } = useTranslation();
  const title = service ? t('services.edit', { name: service.name }) : t('services.add');
  return (
    <Dialog wide open onClose={onClose} title={title}>
      <ServiceForm service={service} onClose={onClose} {...where} />
    </Dialog>
  );
}

function ServiceForm({ slug, service, position, onClose }: ServiceDialogProps) {
  const { t } = useTranslation();
  const { locale } = useFormats();
  const queries = trpc.useUtils();
  const save = trpc.artists.saveService.useMutation({
    async onSuccess(saved) {
      await Promise.all([queries.artists.invalidate(), queries.booking.studio.invalidate()]);
      toast.success(t('services.saved', { name: saved.name }));
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
        <Button onClick={onClose}>{t('common.cancel')}</Button>
        <Button type="submit" look="primary" pending={save.isPending}>
          {t('common.save')}
        </Button>
      </DialogActions>
    </form>
  );
}

function WordFields({ form }: { readonly form: UseFormReturn<ServiceTyped> }) {
  const { t } = useTranslation();
  const { errors } = form.formState;
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <div className="sm:col-span-2">
        <Field label={t('services.name')} error={errors.name && t('common.required')}>
          {(control) => <Input {...control} {...form.register('name')} autoComplete="off" maxLength={120} />}
        </Field>
      </div>
      <div className="sm:col-span-2">
        <Field
          label={t('services.description')}
          hint={t('services.descriptionHint')}
          error={errors.description && t('common.tooLong')}
        >
          {(control) => <Textarea {...control} {...form.register('description')} rows={2} />}
        </Field>
      </div>
      <Field
        label={t('services.price')}
        hint={t('services.priceHint')}
        error={errors.price && t('common.tooLong')}
      >
        {(control) => <Input {...control} {...form.register('price')} autoComplete="off" />}
      </Field>
      <Field
        label={t('services.deposit')}
        hint={t('services.depositHint')}
        error={errors.deposit && t('common.tooLong')}
      >
        {(control) => <Input {...control} {...form.register('deposit')} autoComplete="off" />}
      </Field>
    </div>
  );
}
