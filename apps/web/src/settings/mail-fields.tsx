import { Controller } from 'react-hook-form';
import { useReader } from '../language/studio-reader.ts';
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
  const { words } = useReader();
  const sender = useFixed(studio, 'sender');
  const { errors } = form.formState;
  return (
    <div className="space-y-4">
      {studio.mail === 'no-server' && (
        <Notice tone="warn" title={words.mails.off['no-server']} hint={words.settings.noServer} />
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label={words.settings.sender}
          hint={sender.hint ?? words.settings.senderHint}
          error={errors.sender && words.signIn.badEmail}
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
        <Field label={words.settings.replies} hint={words.settings.repliesHint}>
          {({ id }) => (
            <Controller
              name="replies"
              control={form.control}
              render={({ field }) => (
                <Select
                  id={id}
                  value={field.value}
                  onChange={field.onChange}
                  options={REPLIES.map((value) => ({ value, label: words.settings.repliesTo[value] }))}
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
            <Switch checked={field.value} onChange={field.onChange} label={words.settings.senderRead} />
            <div>
              <p className="font-medium">{words.settings.senderRead}</p>
              <p className="text-[13px] text-soft">
                {field.value ? words.settings.senderReadHint : words.settings.senderUnread}
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
  const { words } = useReader();
  const fixed = useFixed(studio, 'url');
  const { errors, dirtyFields } = form.formState;
  return (
    <div className="space-y-4">
      <Field
        label={words.settings.url}
        hint={fixed.hint ?? words.settings.urlHint({ url: studio.url })}
        error={errors.url && words.settings.badUrl}
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
