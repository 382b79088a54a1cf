import type { Span } from '@atelier/quick-add/sentence';
import { CalendarPlus } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { Layer } from '../../ui/overlay/layer.tsx';
import { useEventEdits } from '../edit/event-edits.ts';
import { useLocks } from '../edit/use-locks.ts';
import { useKeys } from '../keys/use-keys.ts';
import { movedSpans } from './moved-spans.ts';
import { fieldsOf, placingOf } from './quick-fields.ts';
import { QuickForm } from './quick-form.tsx';
import { useDefaultCalendar } from './use-default-calendar.ts';
import { plainDate, useQuickEvent } from './use-quick-event.ts';

interface Draft {
  readonly text: string;
  /** What was understood, and is not meant so. */
  readonly without: readonly Span[];
  /** Chosen from the list; a calendar that the sentence names goes first. */
  readonly calendarId: string | null;
  readonly problem: Problem | null;
}

const NOTHING: Draft = { text: '', without: [], calendarId: null, problem: null };

/** The button and the key that open the field, and the field. @param zone of its times, an IANA name */
export function QuickAdd({ zone }: { readonly zone: string }) {
  const { words } = useReader();
  const [open, setOpen] = useState(false);
  const [draft, setDraft] = useState(NOTHING);
  const show = () => setOpen(true);
  useKeys({ quick: show });
  return (
    <>
      <span className="max-lg:hidden">
        <Button look="primary" size="small" onClick={show}>
          <CalendarPlus aria-hidden className="size-4" />
          <span className="@max-[60rem]:sr-only">{words.quick.open}</span>
        </Button>
      </span>
      <span className="lg:hidden">
        <IconButton
          icon={CalendarPlus}
          label={words.quick.open}
          onClick={show}
          className="pointer-coarse:size-11"
        />
      </span>
      <Layer
        open={open}
        onClose={() => setOpen(false)}
        described
        className="inset-x-0 top-0 max-h-[92dvh] rounded-b-2xl sm:inset-x-auto sm:top-[11vh] sm:left-1/2 sm:max-h-[84dvh] sm:w-[min(92vw,600px)] sm:-translate-x-1/2 sm:rounded-2xl"
      >
        <div className="pt-4 pr-14 pb-3 pl-5">
          <Radix.Title className="text-lg font-semibold">{words.quick.open}</Radix.Title>
          <Radix.Description className="sr-only">{words.quick.lead}</Radix.Description>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto px-5 pt-1 pb-5">
          <QuickSentence
            zone={zone}
            draft={draft}
            onDraft={setDraft}
            onClose={() => setOpen(false)}
            onRefused={(refused) => {
              setDraft(refused);
              setOpen(true);
            }}
          />
        </div>
      </Layer>
    </>
  );
}

interface QuickSentenceProps {
  readonly zone: string;
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  readonly onClose: () => void;
  readonly onRefused: (draft: Draft) => void;
}

function QuickSentence({ zone, draft, onDraft, onClose, onRefused }: QuickSentenceProps) {
  const edits = useEventEdits();
  const { open: calendars } = useLocks();
  const event = useQuickEvent({ text: draft.text, without: draft.without, zone, calendars });
  const { chosen, choose } = useDefaultCalendar(calendars);
  const named = event?.calendar ?? draft.calendarId;
  const calendar = calendars.find(({ id }) => id === named) ?? chosen;
  const say = (text: string) =>
    onDraft({ ...draft, text, without: movedSpans(draft.without, draft.text, text), problem: null });
  const done = () => {
    if (calendar) choose(calendar.id);
    onDraft(NOTHING);
    onClose();
  };
  const instead = useInstead(draft, onDraft);
  return (
    <>
      {draft.problem && (
        <div className="mb-3">
          <Notice tone="bad" title={draft.problem.message} hint={draft.problem.hint} />
        </div>
      )}
      <QuickForm
        {...{ zone, event, calendar, calendars }}
        text={draft.text}
        onText={say}
        onCalendar={(calendarId) => onDraft({ ...draft, calendarId })}
        onTakeBack={(span) => onDraft({ ...draft, without: [...draft.without, span] })}
        onInstead={instead}
        onSave={() => {
          if (!event || !calendar) return;
          const fields = fieldsOf(event, zone);
          const at = { ...placingOf(event, zone), calendarId: calendar.id };
          edits.add(at, fields, (problem) => onRefused({ ...draft, problem }));
          done();
        }}
        onMore={() => {
          if (!event || !calendar) return;
          const { title, rrule, location, alarms, busy } = event;
          const at = { ...placingOf(event, zone), calendarId: calendar.id };
          done();
          edits.openDraft({ ...at, title, rrule, location, alarms, busy });
        }}
      />
    </>
  );
}

/** Writes another date into the sentence, as people write it. */
function useInstead(draft: Draft, onDraft: (draft: Draft) => void) {
  const { language } = useReader();
  return (date: string, { from, to }: Span) => {
    const day = plainDate(date).toLocaleString(language === 'en' ? 'en-GB' : 'fr', {
      day: 'numeric',
      month: 'long',
      year: 'numeric',
    });
    const text = `${draft.text.slice(0, from)}${day}${draft.text.slice(to)}`;
    onDraft({ ...draft, text, without: movedSpans(draft.without, draft.text, text) });
  };
}
