import { type FormEvent, useState } from 'react';
import type { Calendar } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button, buttonClass } from '../../ui/controls/button.tsx';
import { CopyField } from '../../ui/controls/copy-field.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Segments } from '../../ui/controls/segments.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { useProblemToast } from '../use-sync-now.ts';

/** A new address, which is shown once. */
export function MakeFeed({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const [name, setName] = useState('');
  const [told, setTold] = useState<'full' | 'busy'>('full');
  const [url, setUrl] = useState<string | null>(null);
  const queries = trpc.useUtils();
  const { id: calendarId, level } = calendar;
  const forced = level === 'busy';
  const make = trpc.calendars.addFeed.useMutation({
    onError: useProblemToast(),
    onSuccess: (made) => {
      setUrl(made.url);
      setName('');
      void queries.calendars.feeds.invalidate({ calendarId });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate({ calendarId, name, busyOnly: forced || told === 'busy' });
  };
  return (
    <form onSubmit={submit} className="flex flex-wrap items-end gap-3 rounded-xl bg-sunken/60 p-4">
      <div className="min-w-44 flex-1">
        <Field label={words.calendar.feedName}>
          {(control) => (
            <Input
              {...control}
              value={name}
              maxLength={80}
              placeholder={words.calendar.feedNameHint}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
      </div>
      {!forced && (
        <div>
          <p className="mb-1.5 font-medium">{words.calendar.feedTold}</p>
          <Segments
            label={words.calendar.feedTold}
            value={told}
            options={[
              { value: 'full', label: words.calendar.feedFull },
              { value: 'busy', label: words.calendar.feedBusy },
            ]}
            onChange={setTold}
          />
        </div>
      )}
      <Button type="submit" look="primary" pending={make.isPending}>
        {words.calendar.feedMake}
      </Button>
      {forced && <p className="w-full text-[13px] text-soft">{words.calendar.feedBusyForced}</p>}
      <MadeDialog url={url} onClose={() => setUrl(null)} />
    </form>
  );
}

function MadeDialog({ url, onClose }: { readonly url: string | null; readonly onClose: () => void }) {
  const { words } = useReader();
  return (
    <Dialog
      open={url !== null}
      onClose={onClose}
      title={words.calendar.feedMade}
      lead={words.calendar.feedMadeLead}
    >
      <CopyField label={words.calendar.feedUrl} value={url ?? ''} />
      <DialogActions>
        <a href={(url ?? '').replace(/^https?:/, 'webcal:')} className={buttonClass('plain')}>
          {words.calendar.feedOpen}
        </a>
        <Button look="primary" onClick={onClose}>
          {words.calendar.feedDone}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
