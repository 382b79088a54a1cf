import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/controls/field.tsx';
import { Input } from '../ui/controls/input.tsx';
import { Select } from '../ui/controls/select.tsx';
import { Switch } from '../ui/controls/switch.tsx';
import { Notice } from '../ui/display/notice.tsx';
import { AddressNotice } from './address-notice.tsx';
import type { FieldsProps } from './studio-fields.tsx';
import { useFixed } from './use-fixed.ts';

const REPLIES = ['artist', 'studio'] as const;

/** What mails come from, who reads the answers, and whether any mail leaves at all. */
export function MailFields({ form, studio }: FieldsProps) {
  const { t } = useTranslation();
  const sender = useFixed(studio, 'sender');
  const { errors } = form.formState;
  return (
    <div className="space-y-4">
      {studio.mail === 'no-server' && (
        <Notice tone="warn" title={t('outbox.off.no-server')} hint={t('settings.noServer')} />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={t('settings.sender')}
          hint={sender.hint ?? t('settings.senderHint')}
          error={errors.sender && t('signIn.badEmail')}
        >
          {(control) => (
            <Input
              {...control}
              {...form.register('sender')}
              {...sender.lock}
              inputMode="email"
              autoComplete="off"
            />
          )}
        </Field>
        <Field label={t('settings.replies')} hint={t('settings.repliesHint')}>
          {({ id }) => (
            <Controller
              name="replies"
              control={form.control}
              render={({ field }) => (
                <Select
                  id={id}
                  value={field.value}
                  onChange={field.onChange}
                  options={REPLIES.map((value) => ({ value, label: t(`settings.repliesTo.${value}`) }))}
                />
              )}
            />
          )}
        </Field>
      </div>
      <Controller
        name="senderRead"
        control={form.control}
        render={({ field }) => (
          <div className="flex items-start gap-3 rounded-xl bg-sunken p-4">
            <Switch checked={field.value} onChange={field.onChange} label={t('settings.senderRead')} />
            <div>
              <p className="font-medium">{t('settings.senderRead')}</p>
              <p className="text-[13px] text-soft">
                {t(field.value ? 'settings.senderReadHint' : 'settings.senderUnread')}
              </p>
            </div>
          </div>
        )}
      />
    </div>
  );
}

/** Where links in mails lead, and whether anybody else can open them. */
export function AddressFields({ form, studio }: FieldsProps) {
  const { t } = useTranslation();
  const fixed = useFixed(studio, 'url');
  const { errors, dirtyFields } = form.formState;
  return (
    <div className="space-y-4">
      <Field
        label={t('settings.url')}
        hint={fixed.hint ?? t('settings.urlHint', { url: studio.url })}
        error={errors.url && t('settings.badUrl')}
      >
        {(control) => (
          <Input
            {...control}
            {...form.register('url')}
            {...fixed.lock}
            type="url"
            inputMode="url"
            autoComplete="off"
            placeholder="https://book.example.org"
          />
        )}
      </Field>
      {!dirtyFields.url && <AddressNotice reach={studio.reach} url={studio.url} />}
    </div>
  );
}
