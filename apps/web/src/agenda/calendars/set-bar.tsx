import { Plus, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { classNames } from '../../ui/class-names.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { useStored } from '../../ui/use-stored.ts';
import { type CalendarSet, isShown, readSets, withoutSet, withSet } from './calendar-sets.ts';
import type { Hidden } from './use-hidden-calendars.ts';

interface SetBarProps {
  readonly hidden: Hidden;
  /** Of all calendars there are. */
  readonly ids: readonly string[];
}

/** Sets of calendars, each a click away; what is in sight can be kept as another. */
export function SetBar({ hidden, ids }: SetBarProps) {
  const { words } = useReader();
  const [sets, store] = useStored('atelier.sets', readSets, JSON.stringify);
  const visible = ids.filter((id) => !hidden.has(id));
  if (sets.length === 0 && visible.length === ids.length) return null;
  return (
    <ul aria-label={words.agenda.sets} className="mb-3 flex flex-wrap items-center gap-1.5 px-2">
      {sets.map((set) => (
        <li key={set.name} className="flex">
          <SetChip
            set={set}
            active={isShown(set, ids, hidden.has)}
            onShow={() => hidden.only(set.calendarIds, ids)}
            onRemove={() => store(withoutSet(sets, set.name))}
          />
        </li>
      ))}
      {visible.length > 0 && visible.length < ids.length && (
        <li>
          <KeepSet onKeep={(name) => store(withSet(sets, { name, calendarIds: visible }))} />
        </li>
      )}
    </ul>
  );
}

interface SetChipProps {
  readonly set: CalendarSet;
  readonly active: boolean;
  readonly onShow: () => void;
  readonly onRemove: () => void;
}

function SetChip({ set, active, onShow, onRemove }: SetChipProps) {
  const { words } = useReader();
  return (
    <span
      className={classNames(
        'flex items-center rounded-full border text-xs font-medium',
        active ? 'border-accent bg-accent-soft' : 'border-line',
      )}
    >
      <button
        type="button"
        aria-pressed={active}
        onClick={onShow}
        className="py-1 pl-2.5 pointer-coarse:py-2.5"
      >
        {set.name}
      </button>
      <button
        type="button"
        aria-label={words.agenda.removeSet({ name: set.name })}
        onClick={onRemove}
        className="p-1.5 text-soft hover:text-ink pointer-coarse:p-3"
      >
        <X aria-hidden className="size-3" />
      </button>
    </span>
  );
}

function KeepSet({ onKeep }: { readonly onKeep: (name: string) => void }) {
  const { words } = useReader();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '') return;
    onKeep(name.trim());
    setOpen(false);
    setName('');
  };
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setOpen(true)}>
        <Plus aria-hidden className="size-3.5" />
        {words.agenda.keepSet}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={words.agenda.keepSet}
        lead={words.agenda.keepSetLead}
      >
        <form onSubmit={keep}>
          <Field label={words.agenda.setName}>
            {(field) => (
              <Input
                {...field}
                maxLength={60}
                value={name}
                onChange={({ target }) => setName(target.value)}
              />
            )}
          </Field>
          <DialogActions>
            <Button type="submit" look="primary">
              {words.agenda.keep}
            </Button>
          </DialogActions>
        </form>
      </Dialog>
    </>
  );
}
