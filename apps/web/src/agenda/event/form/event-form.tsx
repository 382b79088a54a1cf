import { CalendarDays, MapPin, Text } from 'lucide-react';
import { useId } from 'react';
import type { Calendar } from '../../../api/answers.ts';
import { colourOf } from '../../../calendars/colour.ts';
import { useReader } from '../../../language/studio-reader.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Input } from '../../../ui/controls/input.tsx';
import { Segments } from '../../../ui/controls/segments.tsx';
import { Select } from '../../../ui/controls/select.tsx';
import { Switch } from '../../../ui/controls/switch.tsx';
import { Textarea } from '../../../ui/controls/textarea.tsx';
import { ColourDot } from '../../../ui/display/colour-dot.tsx';
import type { EventDraft } from '../draft/event-draft.ts';
import { AlarmField } from './alarm-field.tsx';
import { FormRow } from './form-row.tsx';
import { RepeatField } from './repeat-field.tsx';
import { WhenFields } from './when-fields.tsx';

interface EventFormProps {
  readonly draft: EventDraft;
  readonly onChange: (draft: EventDraft) => void;
  /** Into which this person may write. */
  readonly calendars: readonly Calendar[];
  /** In which the agenda shows times. */
  readonly shownZone: string;
  /** Reminders that no field shows. */
  readonly otherAlarms: number;
  readonly id: string;
  readonly onSave: () => void;
}

/** All that a person says of an event. */
export function EventForm({
  draft,
  onChange,
  calendars,
  shownZone,
  otherAlarms,
  id,
  onSave,
}: EventFormProps) {
  const { words } = useReader();
  const set = (part: Partial<EventDraft>) => onChange({ ...draft, ...part });
  return (
    <form
      id={id}
      noValidate
      className="space-y-4"
      onSubmit={(event) => {
        event.preventDefault();
        onSave();
      }}
    >
      <Input
        data-autofocus
        aria-label={words.edit.title}
        placeholder={words.edit.titleHint}
        value={draft.title}
        maxLength={1_000}
        autoComplete="off"
        onChange={(event) => set({ title: event.currentTarget.value })}
        className="h-11 text-lg! font-medium"
      />
      <WhenFields draft={draft} onChange={onChange} shownZone={shownZone} />
      <RepeatField rrule={draft.rrule} date={draft.startDate} onChange={(rrule) => set({ rrule })} />
      <FormRow icon={CalendarDays}>
        <CalendarField draft={draft} calendars={calendars} onChange={(calendarId) => set({ calendarId })} />
      </FormRow>
      <FormRow icon={MapPin}>
        <Input
          aria-label={words.edit.place}
          placeholder={words.edit.place}
          value={draft.place}
          maxLength={2_000}
          onChange={(event) => set({ place: event.currentTarget.value })}
        />
      </FormRow>
      <FormRow icon={Text}>
        <Textarea
          aria-label={words.edit.notes}
          placeholder={words.edit.notes}
          rows={2}
          value={draft.notes}
          maxLength={50_000}
          onChange={(event) => set({ notes: event.currentTarget.value })}
        />
      </FormRow>
      <AlarmField
        minutes={draft.alarms}
        others={otherAlarms}
        allDay={draft.allDay}
        onChange={(alarms) => set({ alarms })}
      />
      <Sight draft={draft} onChange={set} />
    </form>
  );
}

function CalendarField({
  draft,
  calendars,
  onChange,
}: {
  readonly draft: EventDraft;
  readonly calendars: readonly Calendar[];
  readonly onChange: (id: string) => void;
}) {
  const { words } = useReader();
  const chosen = calendars.find(({ id }) => id === draft.calendarId);
  return (
    <div className="flex items-center gap-2.5">
      {chosen && <ColourDot colour={colourOf(chosen)} />}
      <div className="min-w-0 flex-1">
        <Select
          label={words.edit.calendar}
          value={draft.calendarId}
          options={calendars.map(({ id, name, ownerName }) => ({ value: id, label: name, hint: ownerName }))}
          onChange={onChange}
        />
      </div>
    </div>
  );
}

/** What it is to others: whether it takes the time, and whether they read it. */
function Sight({
  draft,
  onChange,
}: {
  readonly draft: EventDraft;
  readonly onChange: (part: Partial<EventDraft>) => void;
}) {
  const { words } = useReader();
  const hint = useId();
  return (
    <div className="space-y-3 pl-7.5">
      <Segments
        label={words.edit.shows}
        value={draft.busy ? 'busy' : 'free'}
        options={[
          { value: 'busy', label: words.edit.busy },
          { value: 'free', label: words.edit.free },
        ]}
        onChange={(value) => onChange({ busy: value === 'busy' })}
      />
      <div className="flex items-center gap-2.5">
        <Switch
          checked={draft.private}
          onChange={(next) => onChange({ private: next })}
          label={words.edit.private}
        />
        <span aria-hidden>{words.edit.private}</span>
        <span id={hint} className="text-[13px] leading-snug text-soft">
          {words.edit.privateHint}
        </span>
      </div>
    </div>
  );
}

interface FormButtonsProps {
  readonly form: string;
  readonly onLeave: () => void;
}

export function FormButtons({ form, onLeave }: FormButtonsProps) {
  const { words } = useReader();
  return (
    <div className="flex items-center justify-end gap-2">
      <span aria-hidden className="mr-auto hidden text-xs text-soft lg:block">
        {words.edit.saveKeys}
      </span>
      <Button onClick={onLeave}>{words.common.cancel}</Button>
      <Button type="submit" form={form} look="primary">
        {words.edit.save}
      </Button>
    </div>
  );
}
