import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { durationText } from '../../time/duration.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { OfferedDrafts } from './offered-drafts.tsx';
import { type SessionDraft, sessionMinutes } from './session-draft.ts';
import { TimesDialog } from './times-dialog.tsx';

const USUAL_MINUTES = [60, 120, 180, 240, 360];

interface SessionFieldsProps {
  readonly number: number;
  readonly draft: SessionDraft;
  readonly onChange: (draft: SessionDraft) => void;
  /** Null where there has to be at least this one. */
  readonly onRemove: (() => void) | null;
  /** Slug of whoever does it; null while nobody has been chosen. */
  readonly artist: string | null;
  readonly zone: string;
}

/** How long a session takes, and the times that the client can choose from. */
export function SessionFields({ number, draft, onChange, onRemove, artist, zone }: SessionFieldsProps) {
  const { words } = useReader();
  const [choosing, setChoosing] = useState(false);
  const minutes = sessionMinutes(draft);
  return (
    <fieldset className="space-y-3 rounded-xl border border-line p-4">
      <legend className="sr-only">{words.inquiries.session({ number })}</legend>
      <div className="flex items-center justify-between">
        <p aria-hidden className="font-medium">
          {words.inquiries.session({ number })}
        </p>
        {onRemove && (
          <IconButton
            small
            icon={Trash2}
            label={words.inquiries.removeSession({ number })}
            onClick={onRemove}
          />
        )}
      </div>
      <LengthField draft={draft} minutes={minutes} onChange={onChange} />
      <OfferedDrafts
        times={draft.times}
        minutes={minutes ?? 0}
        zone={zone}
        onRemove={(time) => onChange({ ...draft, times: draft.times.filter((other) => other !== time) })}
      />
      <Button size="small" disabled={artist === null || minutes === null} onClick={() => setChoosing(true)}>
        {words.inquiries.addTimes}
      </Button>
      {artist !== null && minutes !== null && (
        <TimesDialog
          open={choosing}
          onClose={() => setChoosing(false)}
          artist={artist}
          minutes={minutes}
          zone={zone}
          times={draft.times}
          onTimes={(times) => onChange({ ...draft, times })}
        />
      )}
    </fieldset>
  );
}

interface LengthFieldProps extends Pick<SessionFieldsProps, 'draft' | 'onChange'> {
  /** What was understood; null where it was not. */
  readonly minutes: number | null;
}

function LengthField({ draft, minutes, onChange }: LengthFieldProps) {
  const { words } = useReader();
  const { locale } = useFormats();
  return (
    <Field label={words.inquiries.length} error={minutes === null ? words.inquiries.badLength : undefined}>
      {(control) => (
        <div className="flex flex-wrap items-center gap-2">
          <Input
            {...control}
            value={draft.length}
            autoComplete="off"
            className="max-w-40"
            onChange={(event) => onChange({ ...draft, length: event.target.value })}
          />
          {USUAL_MINUTES.map((usual) => (
            <Button
              key={usual}
              size="small"
              look="quiet"
              aria-pressed={minutes === usual}
              className={minutes === usual ? 'bg-accent-soft text-accent' : ''}
              onClick={() => onChange({ ...draft, length: durationText(usual, locale) })}
            >
              {durationText(usual, locale, 'narrow')}
            </Button>
          ))}
        </div>
      )}
    </Field>
  );
}
