import { useState } from 'react';
import type { Person } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Select } from '../ui/controls/select.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';
import { usePeopleChanged } from './use-people-changed.ts';

interface RemovePersonDialogProps {
  readonly person: Person;
  readonly people: readonly Person[];
  readonly open: boolean;
  readonly onClose: () => void;
}

/** What somebody leaves behind is somebody's before they go: nothing is lost without a word. */
export function RemovePersonDialog({ person, people, open, onClose }: RemovePersonDialogProps) {
  const { words } = useReader();
  const title = words.people.removeTitle({ name: person.name });
  return (
    <Dialog open={open} onClose={onClose} title={title} lead={words.people.removeLead}>
      <RemoveForm person={person} people={people} onDone={onClose} />
    </Dialog>
  );
}

function RemoveForm({
  person,
  people,
  onDone,
}: Omit<RemovePersonDialogProps, 'open' | 'onClose'> & { readonly onDone: () => void }) {
  const { words } = useReader();
  const changed = usePeopleChanged(onDone);
  const [heir, setHeir] = useState('');
  const [asked, setAsked] = useState(false);
  const owned = useOwned(person);
  const remove = trpc.people.remove.useMutation({
    onSuccess: () => changed(words.people.removed({ name: person.name })),
  });
  const missing = owned !== null && heir === '';
  const submit = () => {
    setAsked(true);
    if (!missing) remove.mutate({ id: person.id, to: heir === '' ? null : heir });
  };
  const heirs = people.filter(({ id, state }) => id !== person.id && state !== 'disabled');
  return (
    <div className="space-y-4">
      {remove.error && <ProblemNotice error={remove.error} />}
      {owned !== null && (
        <>
          <p>{words.people.removeOwns({ what: owned })}</p>
          <Field
            label={words.people.heir}
            hint={words.people.heirHint}
            error={asked && missing ? words.people.heirNeeded : undefined}
          >
            {({ id }) => (
              <Select
                id={id}
                value={heir}
                onChange={setHeir}
                placeholder="…"
                options={heirs.map(({ id: value, name, email }) => ({ value, label: name, hint: email }))}
              />
            )}
          </Field>
        </>
      )}
      <DialogActions>
        <Button onClick={onDone}>{words.common.cancel}</Button>
        <Button look="danger" pending={remove.isPending} onClick={submit}>
          {words.people.remove}
        </Button>
      </DialogActions>
    </div>
  );
}

/** In words; null when nothing is theirs. */
function useOwned({ calendars, connections, artists }: Person): string | null {
  const { words } = useReader();
  const { list } = useFormats();
  const parts = [
    ...(calendars > 0 ? [words.people.ownsCalendars({ count: calendars })] : []),
    ...(connections > 0 ? [words.people.ownsConnections({ count: connections })] : []),
    ...artists.map((name) => words.people.ownsArtist({ name })),
  ];
  return parts.length === 0 ? null : list(parts);
}
