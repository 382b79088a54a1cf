import { useId } from 'react';
import type { Calendar } from '../../api/answers.ts';
import { colourOf } from '../../calendars/colour.ts';
import { StateBadge } from '../../calendars/state-badge.tsx';
import { useReader } from '../../language/studio-reader.ts';
import { useAge } from '../../time/age-text.tsx';
import { Checkbox } from '../../ui/controls/checkbox.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { blockingChoices, receivingChoices } from './calendar-choices.ts';

const NONE = '-';

interface ReceivingSelectProps {
  readonly id?: string;
  readonly calendars: readonly Calendar[];
  readonly value: string | null;
  readonly onChange: (calendarId: string | null) => void;
  readonly disabled?: boolean;
  /** One has to be chosen. */
  readonly required?: boolean;
}

/** The calendar that bookings are written into. */
export function ReceivingSelect({
  id,
  calendars,
  value,
  onChange,
  disabled = false,
  required = false,
}: ReceivingSelectProps) {
  const { words } = useReader();
  const choices = receivingChoices(calendars);
  // What was set before stays readable, even where it could not be chosen any more.
  const lost = calendars.filter((calendar) => calendar.id === value && !choices.includes(calendar));
  const unseen = value !== null && value !== '' && !calendars.some(({ id: known }) => known === value);
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      value={value ?? (required ? '' : NONE)}
      placeholder={words.artistCalendars.choose}
      disabled={disabled}
      onChange={(next) => onChange(next === NONE ? null : next)}
      options={[
        ...(required ? [] : [{ value: NONE, label: words.artistCalendars.none }]),
        ...(unseen ? [{ value, label: words.artistCalendars.unseen }] : []),
        ...[...choices, ...lost].map((calendar) => ({
          value: calendar.id,
          label: calendar.name,
          hint: [calendar.connectionName, calendar.ownerName].filter(Boolean).join(' · '),
        })),
      ]}
    />
  );
}

interface BlockingListProps {
  readonly calendars: readonly Calendar[];
  readonly chosen: readonly string[];
  /** What is stored: it stays in sight when it is taken out, so that it can be taken back. */
  readonly stored?: readonly string[];
  /** Blocks always: what was booked is in it. */
  readonly receiving: string | null;
  readonly onChange: (chosen: readonly string[]) => void;
  readonly disabled?: boolean;
}

/** The calendars whose events take time away from clients. */
export function BlockingList({
  calendars,
  chosen,
  stored = [],
  receiving,
  onChange,
  disabled = false,
}: BlockingListProps) {
  const { words } = useReader();
  const choices = blockingChoices(calendars, [...chosen, ...stored]);
  const unseen = chosen.filter((id) => !calendars.some((calendar) => calendar.id === id)).length;
  if (choices.length === 0 && unseen === 0)
    return <p className="text-soft">{words.artistCalendars.noCalendars}</p>;
  return (
    <>
      <ul className="divide-y divide-line rounded-xl border border-line empty:hidden">
        {choices.map((calendar) => (
          <BlockingRow
            key={calendar.id}
            calendar={calendar}
            chosen={chosen.includes(calendar.id)}
            receives={calendar.id === receiving}
            disabled={disabled}
            onChange={(blocks) =>
              onChange(blocks ? [...chosen, calendar.id] : chosen.filter((other) => other !== calendar.id))
            }
          />
        ))}
      </ul>
      {unseen > 0 && (
        <p className="mt-2 text-[13px] text-soft">
          {words.artistCalendars.unseenBlocking({ count: unseen })}
        </p>
      )}
    </>
  );
}

interface BlockingRowProps {
  readonly calendar: Calendar;
  readonly chosen: boolean;
  readonly receives: boolean;
  readonly disabled: boolean;
  readonly onChange: (blocks: boolean) => void;
}

function BlockingRow({ calendar, chosen, receives, disabled, onChange }: BlockingRowProps) {
  const { words } = useReader();
  const age = useAge();
  const id = useId();
  const well = calendar.state === 'ok' || calendar.state === 'local' || calendar.state === 'syncing';
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <Checkbox
        id={id}
        checked={chosen}
        colour={colourOf(calendar)}
        onChange={(next) => !disabled && onChange(next)}
      />
      <label htmlFor={id} className="min-w-0 flex-1">
        {calendar.name}
        <span className="block text-[13px] text-soft">
          {[calendar.connectionName, calendar.ownerName].filter(Boolean).join(' · ')}
          {receives && ` · ${words.artistCalendars.receives}`}
        </span>
        {chosen && calendar.provider === 'ics' && (
          <span className="block text-[13px] text-soft">
            {calendar.lastCompleteAt && `${words.agenda.lastSynced({ age: age(calendar.lastCompleteAt) })}. `}
            {words.artistCalendars.published}
          </span>
        )}
      </label>
      {!well && <StateBadge state={calendar.state} />}
    </li>
  );
}
