import { Clock, Globe } from 'lucide-react';
import { useId, useState } from 'react';
import { useReader } from '../../../language/studio-reader.ts';
import type { Formats } from '../../../time/formats.ts';
import { isZone } from '../../../time/known-zone.ts';
import { parseTime, timeText } from '../../../time/typed-time.ts';
import { browserZone, zoneName } from '../../../time/zone-name.ts';
import { Button } from '../../../ui/controls/button.tsx';
import { Switch } from '../../../ui/controls/switch.tsx';
import { TypedField } from '../../../ui/controls/typed-field.tsx';
import { ZoneInput } from '../../../ui/controls/zone-input.tsx';
import { DateField } from '../../../ui/date/date-field.tsx';
import { endingAt, endsFirst, lasting, lengthOf, startingAt, withAllDay } from '../draft/draft-times.ts';
import { type EventDraft, placingOf } from '../draft/event-draft.ts';
import { parseEnd } from '../draft/typed-end.ts';
import { FormRow } from './form-row.tsx';

interface WhenFieldsProps {
  readonly draft: EventDraft;
  readonly onChange: (draft: EventDraft) => void;
  /** In which the agenda shows times. */
  readonly shownZone: string;
}

export function WhenFields({ draft, onChange, shownZone }: WhenFieldsProps) {
  const { words } = useReader();
  const toggle = useId();
  const wrong = endsFirst(draft);
  return (
    <FormRow icon={Clock}>
      <div className="space-y-2">
        <StartFields draft={draft} onChange={onChange} />
        <EndFields draft={draft} onChange={onChange} />
        {wrong && (
          <p role="alert" className="text-[13px] text-bad">
            {words.edit.endFirst}
          </p>
        )}
        <div className="flex min-h-9 flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <span className="flex items-center gap-2.5">
            <Switch
              checked={draft.allDay}
              onChange={(allDay) => onChange(withAllDay(draft, allDay))}
              label={words.edit.allDay}
            />
            <span id={toggle} aria-hidden>
              {words.edit.allDay}
            </span>
          </span>
          <Length draft={draft} />
        </div>
        {!draft.allDay && <ZoneLine draft={draft} onChange={onChange} shownZone={shownZone} />}
      </div>
    </FormRow>
  );
}

type Part = Pick<WhenFieldsProps, 'draft' | 'onChange'>;

function StartFields({ draft, onChange }: Part) {
  const { words } = useReader();
  const error = useId();
  return (
    <div className="flex flex-wrap gap-2">
      <DateField
        label={words.edit.startDate}
        value={draft.startDate}
        onChange={(date) => onChange(startingAt(draft, { date }))}
      />
      {!draft.allDay && (
        <TypedField
          label={words.edit.startTime}
          className="w-24! shrink-0"
          text={timeText(draft.startTime)}
          parse={parseTime}
          onCommit={(time) => onChange(startingAt(draft, { time }))}
          error={words.edit.timeUnread}
          errorId={error}
        />
      )}
    </div>
  );
}

function EndFields({ draft, onChange }: Part) {
  const { words } = useReader();
  const error = useId();
  return (
    <div className="flex flex-wrap gap-2">
      <DateField
        label={words.edit.endDate}
        value={draft.endDate}
        onChange={(endDate) => onChange({ ...draft, endDate })}
      />
      {!draft.allDay && (
        <TypedField
          label={words.edit.endTime}
          className="w-24! shrink-0"
          text={timeText(draft.endTime)}
          parse={(typed) => parseEnd(typed, draft.startTime)}
          onCommit={(end) => onChange('time' in end ? endingAt(draft, end.time) : lasting(draft, end.length))}
          error={words.edit.endUnread}
          errorId={error}
        />
      )}
    </div>
  );
}

function Length({ draft }: { readonly draft: EventDraft }) {
  const { words, formats } = useReader();
  if (endsFirst(draft)) return null;
  const minutes = lengthOf(draft);
  const text = draft.allDay ? words.event.dayCount({ count: minutes / 1_440 }) : formats.length(minutes);
  return <span className="text-[13px] text-soft tabular-nums">{text}</span>;
}

/** Where a zone could be mistaken it is named; elsewhere it can be chosen. */
function ZoneLine({ draft, onChange, shownZone }: WhenFieldsProps) {
  const { words, formats } = useReader();
  const [chosen, setChosen] = useState(false);
  const error = useId();
  const usual = draft.zone === shownZone && draft.zone === browserZone();
  if (usual && !chosen) {
    return (
      <Button look="quiet" size="small" className="-ml-3 text-soft" onClick={() => setChosen(true)}>
        <Globe aria-hidden className="size-4" />
        {words.edit.zoneChange}
      </Button>
    );
  }
  if (draft.zone === null) return <p className="text-[13px] text-soft">{words.edit.zoneFloating}</p>;
  return (
    <div className="flex items-center gap-2">
      <Globe aria-hidden className="size-4 shrink-0 text-soft" />
      <ZoneTyped
        key={draft.zone}
        zone={draft.zone}
        errorId={error}
        onChange={(zone) => onChange({ ...draft, zone })}
      />
      {draft.zone !== shownZone && !endsFirst(draft) && (
        <span className="shrink-0 text-[13px] text-soft">
          {words.event.inOwnZone({ when: thereText(draft, shownZone, formats), zone: zoneName(shownZone) })}
        </span>
      )}
    </div>
  );
}

/** When it begins there. */
function thereText(draft: EventDraft, zone: string, { time }: Pick<Formats, 'time'>): string {
  const placing = placingOf(draft, zone);
  return placing.allDay ? '' : time(placing.start, zone);
}

function ZoneTyped({
  zone,
  errorId,
  onChange,
}: {
  readonly zone: string;
  readonly errorId: string;
  readonly onChange: (zone: string) => void;
}) {
  const { words } = useReader();
  const [typed, setTyped] = useState(zone);
  const wrong = !isZone(typed.trim());
  return (
    <span className="min-w-0 flex-1">
      <ZoneInput
        aria-label={words.edit.zone}
        aria-invalid={wrong || undefined}
        aria-describedby={wrong ? errorId : undefined}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => !wrong && onChange(typed.trim())}
      />
      {wrong && (
        <span id={errorId} role="alert" className="mt-1 block text-[13px] text-bad">
          {words.edit.zoneUnknown}
        </span>
      )}
    </span>
  );
}
