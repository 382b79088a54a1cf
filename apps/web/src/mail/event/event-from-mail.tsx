import type { Span } from '@atelier/quick-add/sentence';
import { useState } from 'react';
import { toast } from 'sonner';
import { useLocks } from '../../agenda/edit/use-locks.ts';
import { useDefaultCalendar } from '../../agenda/quick/calendar/use-default-calendar.ts';
import { movedSpans } from '../../agenda/quick/moved-spans.ts';
import { fieldsOf } from '../../agenda/quick/quick-fields.ts';
import { QuickForm } from '../../agenda/quick/quick-form.tsx';
import { useInstead } from '../../agenda/quick/use-instead.ts';
import { useQuickEvent } from '../../agenda/quick/use-quick-event.ts';
import type { PlacedMail } from '../../api/answers.ts';
import { newKey } from '../../api/new-key.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { browserZone } from '../../time/zone-name.ts';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { useLetterSentence } from './use-letter-sentence.ts';

interface EventFromMailProps {
  /** Null: none is being made. */
  readonly message: PlacedMail | null;
  readonly onClose: () => void;
}

/** An event out of a message: the sentence is a suggestion, and nothing is made of it before somebody saves it (M10). */
export function EventFromMail({ message, onClose }: EventFromMailProps) {
  const { words } = useReader();
  return (
    <Dialog
      wide
      open={message !== null}
      onClose={onClose}
      title={words.mailbox.event}
      lead={words.mailbox.eventLead}
    >
      {message && <Suggestion key={message.id} message={message} onClose={onClose} />}
    </Dialog>
  );
}

interface SuggestionProps {
  readonly message: PlacedMail;
  readonly onClose: () => void;
}

function Suggestion({ message, onClose }: SuggestionProps) {
  const sentence = useLetterSentence(message);
  if (sentence === null) return <Skeleton className="h-40 rounded-xl" />;
  return <SentenceForm message={message} suggested={sentence} onClose={onClose} />;
}

function SentenceForm({ message, suggested, onClose }: SuggestionProps & { readonly suggested: string }) {
  const zone = browserZone();
  const { open: calendars } = useLocks();
  const { chosen, choose } = useDefaultCalendar(calendars);
  const [text, setText] = useState(suggested);
  const [without, setWithout] = useState<readonly Span[]>([]);
  const [picked, setPicked] = useState<string | null>(null);
  const event = useQuickEvent({ text, without, zone, calendars });
  const named = event?.calendar ?? picked;
  const calendar = calendars.find(({ id }) => id === named) ?? chosen;
  const say = (next: string) => {
    setWithout(movedSpans(without, text, next));
    setText(next);
  };
  const save = useSaving(message, onClose);
  return (
    <QuickForm
      {...{ text, zone, event, calendar, calendars }}
      onText={say}
      onCalendar={setPicked}
      onTakeBack={(span) => setWithout([...without, span])}
      onInstead={useInstead(text, say)}
      onSave={() => {
        if (!event || !calendar) return;
        choose(calendar.id);
        save({ calendarId: calendar.id, fields: fieldsOf(event, zone) });
      }}
    />
  );
}

/** With who wrote, as text, and the way back to the message; nobody is invited. */
function useSaving({ from, subject, threadId }: PlacedMail, onClose: () => void) {
  const { words } = useReader();
  const onError = useProblemToast();
  const [id] = useState(newKey);
  const add = trpc.agenda.add.useMutation({
    onError,
    onSuccess: () => {
      toast.success(words.mailbox.eventMade);
      onClose();
    },
  });
  const [writer] = from;
  const name = writer ? [writer.name, writer.address].filter(Boolean).join(', ') : words.mailbox.nobody;
  return ({ calendarId, fields }: Pick<Parameters<typeof add.mutate>[0], 'calendarId' | 'fields'>) =>
    add.mutate({
      id,
      calendarId,
      fields: {
        ...fields,
        description: words.mailbox.eventNote({ name, subject: subject || words.mailbox.noSubject }),
        url: `${window.location.origin}/mail?thread=${threadId}`,
      },
    });
}
