import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { MailTemplate } from '../../api/answers.ts';
import { newKey } from '../../api/new-key.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useMe } from '../../shell/use-me.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Checkbox } from '../../ui/controls/checkbox.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Textarea } from '../../ui/controls/textarea.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';

/** The templates that somebody has, and one that is written. */
export function TemplatesDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { words } = useReader();
  const [edited, setEdited] = useState<MailTemplate | null>(null);
  const close = () => {
    setEdited(null);
    onClose();
  };
  return (
    <Dialog wide open={open} onClose={close} title={words.templates.title} lead={words.templates.lead}>
      {edited ? (
        <TemplateForm key={edited.id} template={edited} onDone={() => setEdited(null)} />
      ) : (
        <TemplateList onEdit={setEdited} />
      )}
    </Dialog>
  );
}

const NEW = { name: '', subject: '', text: '' };

function TemplateList({ onEdit }: { readonly onEdit: (template: MailTemplate) => void }) {
  const { words } = useReader();
  const { userId, role } = useMe();
  const onError = useProblemToast();
  const { data: templates = [] } = trpc.templates.list.useQuery();
  const remove = trpc.templates.remove.useMutation({ onError });
  return (
    <>
      {templates.length === 0 && <p className="text-soft">{words.templates.none}</p>}
      <ul className="divide-y divide-line">
        {templates.map((template) => {
          const { id, name, text, ownerId } = template;
          const mine = ownerId === userId || role === 'ADMIN';
          return (
            <li key={id} className="flex items-center gap-2 py-2">
              <button
                type="button"
                disabled={!mine}
                onClick={() => onEdit(template)}
                className="min-w-0 flex-1 rounded text-left enabled:hover:underline"
              >
                <span className="block truncate font-medium">{name}</span>
                <span className="block truncate text-[13px] text-soft">{text}</span>
              </button>
              {ownerId === null && <Badge tone="neutral">{words.templates.everybody}</Badge>}
              {mine && (
                <IconButton
                  small
                  icon={Trash2}
                  label={words.templates.remove({ name })}
                  onClick={() => remove.mutate({ id })}
                />
              )}
            </li>
          );
        })}
      </ul>
      <DialogActions>
        <Button look="primary" onClick={() => onEdit({ id: newKey(), ownerId: userId, ...NEW })}>
          {words.templates.add}
        </Button>
      </DialogActions>
    </>
  );
}

interface TemplateFormProps {
  readonly template: MailTemplate;
  readonly onDone: () => void;
}

function TemplateForm({ template, onDone }: TemplateFormProps) {
  const { words } = useReader();
  const admin = useMe().role === 'ADMIN';
  const { id, name, subject, text, ownerId } = template;
  const [typed, setTyped] = useState({ name, subject, text, shared: ownerId === null });
  const set = (part: Partial<typeof typed>) => setTyped({ ...typed, ...part });
  const save = trpc.templates.save.useMutation({ onSuccess: onDone });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    save.mutate({ id, ...typed });
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <Field label={words.templates.name}>
        {(control) => (
          <Input
            {...control}
            required
            maxLength={100}
            value={typed.name}
            onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.templates.subject} hint={words.templates.subjectHint}>
        {(control) => (
          <Input
            {...control}
            maxLength={1_000}
            value={typed.subject}
            onChange={({ currentTarget }) => set({ subject: currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.templates.text} hint={words.templates.fields}>
        {(control) => (
          <Textarea
            {...control}
            rows={8}
            maxLength={50_000}
            value={typed.text}
            onChange={({ currentTarget }) => set({ text: currentTarget.value })}
          />
        )}
      </Field>
      {admin && (
        <label htmlFor="template-shared" className="flex items-center gap-2.5">
          <Checkbox id="template-shared" checked={typed.shared} onChange={(shared) => set({ shared })} />
          {words.templates.shared}
        </label>
      )}
      {save.error && <ProblemNotice error={save.error} />}
      <DialogActions>
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" pending={save.isPending}>
          {words.common.save}
        </Button>
      </DialogActions>
    </form>
  );
}
