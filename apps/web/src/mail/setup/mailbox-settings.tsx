import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import type { Mailbox } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { PALETTE } from '../../calendars/colour.ts';
import { useCalendars } from '../../calendars/use-calendars.ts';
import { useReader } from '../../language/studio-reader.ts';

import { Button } from '../../ui/controls/button.tsx';
import { Checkbox } from '../../ui/controls/checkbox.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Textarea } from '../../ui/controls/textarea.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { RemoveMailbox } from './remove-mailbox.tsx';

interface MailboxSettingsProps {
  readonly mailbox: Mailbox | null;
  readonly onClose: () => void;
}

/** What its owner says of a mailbox. */
export function MailboxSettings({ mailbox, onClose }: MailboxSettingsProps) {
  const { words } = useReader();
  return (
    <Dialog
      open={mailbox !== null}
      onClose={onClose}
      title={words.mailSetup.settings}
      lead={mailbox?.address}
    >
      {mailbox && <SettingsForm key={mailbox.id} mailbox={mailbox} onClose={onClose} />}
    </Dialog>
  );
}

const COPIES = ['AUTO', 'ALWAYS', 'NEVER'] as const;

function SettingsForm({ mailbox, onClose }: { readonly mailbox: Mailbox; readonly onClose: () => void }) {
  const { words } = useReader();
  const { id: accountId, name, sender, signature, sentCopy, color, aliases, readers, calendarId } = mailbox;
  const [typed, setTyped] = useState({ name, sender, signature, sentCopy, color, readers, calendarId });
  const [others, setOthers] = useState(aliases.join(', '));
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const change = trpc.mailboxes.change.useMutation({
    onSuccess: () => {
      toast.success(words.mailSetup.saved);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const given = others
      .split(/[\s,;]+/)
      .filter((one) => one !== '')
      .slice(0, 20);
    change.mutate({ accountId, ...typed, readers: [...typed.readers], aliases: given });
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <Line label={words.mailSetup.name} value={typed.name} onChange={(value) => set({ name: value })} />
      <Line
        label={words.mailSetup.sender}
        value={typed.sender}
        onChange={(value) => set({ sender: value })}
      />
      <Line
        label={words.mailSetup.aliases}
        hint={words.mailSetup.aliasesHint}
        value={others}
        onChange={setOthers}
      />
      <Field label={words.mailSetup.signature} hint={words.mailSetup.signatureHint}>
        {(control) => (
          <Textarea
            {...control}
            maxLength={2_000}
            value={typed.signature}
            onChange={({ currentTarget }) => set({ signature: currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.mailSetup.sentCopy}>
        {({ id }) => (
          <Select
            id={id}
            value={typed.sentCopy}
            onChange={(value) => set({ sentCopy: value })}
            options={COPIES.map((value) => ({ value, label: words.mailSetup.sentCopies[value] }))}
          />
        )}
      </Field>
      <InvitationCalendar value={typed.calendarId} onChange={(value) => set({ calendarId: value })} />
      <Colours value={typed.color} onChange={(value) => set({ color: value })} />
      <Readers
        ownerId={mailbox.ownerId}
        value={typed.readers}
        onChange={(value) => set({ readers: value })}
      />
      {change.error && <ProblemNotice error={change.error} />}
      <DialogActions>
        <RemoveMailbox mailbox={mailbox} onRemoved={onClose} />
        <Button type="submit" look="primary" pending={change.isPending}>
          {words.common.save}
        </Button>
      </DialogActions>
    </form>
  );
}

interface LineProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Line({ label, hint, value, onChange }: LineProps) {
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <Input {...control} value={value} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
      )}
    </Field>
  );
}

interface InvitationCalendarProps {
  readonly value: string | null;
  readonly onChange: (calendarId: string | null) => void;
}

/** Into which calendar accepted invitations go, unless another is chosen there. */
function InvitationCalendar({ value, onChange }: InvitationCalendarProps) {
  const { words } = useReader();
  const { calendars = [] } = useCalendars();
  const own = calendars.filter(({ mine, readOnly }) => mine && !readOnly);
  return (
    <Field label={words.mailSetup.calendar}>
      {({ id }) => (
        <Select
          id={id}
          value={value ?? FITTING}
          onChange={(chosen) => onChange(chosen === FITTING ? null : chosen)}
          options={[
            { value: FITTING, label: words.mailSetup.fittingCalendar },
            ...own.map((one) => ({ value: one.id, label: one.name })),
          ]}
        />
      )}
    </Field>
  );
}

const FITTING = 'fitting';

interface ColoursProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function Colours({ value, onChange }: ColoursProps) {
  const { words } = useReader();
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{words.mailSetup.colour}</legend>
      <div className="flex flex-wrap gap-2">
        {[...new Set([value, ...PALETTE])].map((colour) => (
          <input
            key={colour}
            type="radio"
            name="mailbox-colour"
            aria-label={colour}
            checked={colour === value}
            onChange={() => onChange(colour)}
            style={{ backgroundColor: colour }}
            className="size-7 cursor-pointer appearance-none rounded-full outline-offset-2 outline-ink checked:outline-2"
          />
        ))}
      </div>
    </fieldset>
  );
}

interface ReadersProps {
  readonly ownerId: string;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
}

function Readers({ ownerId, value, onChange }: ReadersProps) {
  const { words } = useReader();
  const { data: people = [] } = trpc.mailboxes.colleagues.useQuery();
  return (
    <fieldset>
      <legend className="font-medium">{words.mailSetup.readers}</legend>
      <p className="mb-2 text-[13px] text-soft">{words.mailSetup.readersHint}</p>
      <ul className="space-y-2">
        {people
          .filter(({ id }) => id !== ownerId)
          .map(({ id, name }) => (
            <li key={id}>
              <label htmlFor={`reader-${id}`} className="flex items-center gap-2.5">
                <Checkbox
                  id={`reader-${id}`}
                  checked={value.includes(id)}
                  onChange={(checked) =>
                    onChange(checked ? [...value, id] : value.filter((other) => other !== id))
                  }
                />
                {name}
              </label>
            </li>
          ))}
      </ul>
    </fieldset>
  );
}
