import type { Span } from '@atelier/quick-add/sentence';
import { Plus } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import { useState } from 'react';
import type { Problem } from '../../api/problem.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Notice } from '../../ui/display/notice.tsx';
import { Layer } from '../../ui/overlay/layer.tsx';
import { useEventEdits } from '../edit/event-edits.ts';
import { useLocks } from '../edit/use-locks.ts';
import { useDefaultCalendar } from './calendar/use-default-calendar.ts';
import { movedSpans } from './moved-spans.ts';
import { fieldsOf, placingOf } from './quick-fields.ts';
import { QuickForm } from './quick-form.tsx';
import { useInstead } from './use-instead.ts';
import { useKeyboardHeight } from './use-keyboard-height.ts';
import { useQuickEvent } from './use-quick-event.ts';
import { useWhenRead } from './use-when-read.ts';

interface Draft {
  readonly text: string;
  /** What was understood, and is not meant so. */
  readonly without: readonly Span[];
  /** Chosen from the list; a calendar that the sentence names goes first. */
  readonly calendarId: string | null;
  readonly problem: Problem | null;
}

const NOTHING: Draft = { text: '', without: [], calendarId: null, problem: null };

interface QuickAddProps {
  /** Of its times, an IANA name. */
  readonly zone: string;
  readonly open: boolean;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** The field for a sentence: a sheet at thumb's reach on a phone, above the middle elsewhere. */
export function QuickAdd({ zone, open, onOpen, onClose }: QuickAddProps) {
  const { words } = useReader();
  const [draft, setDraft] = useState(NOTHING);
  const keyboard = useKeyboardHeight(open);
  return (
    <>
      <QuickAddButton open={open} onOpen={onOpen} />
      <Layer
        open={open}
        onClose={onClose}
        described
        style={{ '--keyboard': `${keyboard}px` }}
        className="inset-x-0 bottom-(--keyboard) max-h-[calc(92dvh-var(--keyboard))] rounded-t-2xl sm:inset-x-auto sm:top-[11vh] sm:bottom-auto sm:left-1/2 sm:max-h-[84dvh] sm:w-[min(92vw,600px)] sm:-translate-x-1/2 sm:rounded-2xl"
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
            onClose={onClose}
            onRefused={(refused) => {
              setDraft(refused);
              onOpen();
            }}
          />
        </div>
      </Layer>
    </>
  );
}

/** Round and at thumb's reach, on a phone: elsewhere the toolbar has room for it. */
function QuickAddButton({ open, onOpen }: Pick<QuickAddProps, 'open' | 'onOpen'>) {
  const { words } = useReader();
  return (
    <div className="agenda-chrome relative z-30 sm:hidden">
      <button
        type="button"
        aria-label={words.quick.open}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={onOpen}
        className="agenda-add absolute right-4 bottom-4 flex size-14 items-center justify-center rounded-full bg-accent text-accent-ink shadow-float transition-transform hover:bg-accent-hover active:scale-95"
      >
        <Plus aria-hidden className="size-6" />
      </button>
    </div>
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
  const say = (text: string) => {
    whenRead.forget();
    onDraft({ ...draft, text, without: movedSpans(draft.without, draft.text, text), problem: null });
  };
  const done = () => {
    if (calendar) choose(calendar.id);
    onDraft(NOTHING);
    onClose();
  };
  const save =
    event && calendar
      ? () => {
          const at = { ...placingOf(event, zone), calendarId: calendar.id };
          edits.add(at, fieldsOf(event, zone), (problem) => onRefused({ ...draft, problem }));
          done();
        }
      : null;
  const whenRead = useWhenRead(save);
  const instead = useInstead(draft.text, (text) =>
    onDraft({ ...draft, text, without: movedSpans(draft.without, draft.text, text) }),
  );
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
        onSave={whenRead.ask}
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
