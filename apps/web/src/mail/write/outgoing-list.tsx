import { PenLine } from 'lucide-react';
import { toast } from 'sonner';
import type { OutgoingMail } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { AgeText } from '../../time/age-text.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Badge, type Tone } from '../../ui/display/badge.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';

type WriteOn = (mail: OutgoingMail) => void;

/** Drafts, what is on its way, and what a person has to decide about. */
export function OutgoingList({ onWriteOn }: { readonly onWriteOn: WriteOn }) {
  const { words } = useReader();
  const { data: mails, error } = trpc.outgoing.list.useQuery();
  if (error && !mails)
    return (
      <div className="p-4">
        <ProblemNotice error={error} />
      </div>
    );
  if (!mails) return <Skeleton className="m-3 h-64 rounded-2xl" />;
  if (mails.length === 0)
    return <EmptyState icon={PenLine} title={words.outgoing.none} hint={words.outgoing.noneHint} />;
  return (
    <ul aria-label={words.outgoing.title} className="min-h-0 flex-1 divide-y divide-line overflow-y-auto">
      {mails.map((mail) => (
        <OutgoingRow key={mail.id} mail={mail} onWriteOn={onWriteOn} />
      ))}
    </ul>
  );
}

const TONES: Record<OutgoingMail['state'], Tone> = {
  DRAFT: 'neutral',
  QUEUED: 'accent',
  SENDING: 'accent',
  SENT: 'good',
  FILED: 'good',
  REFUSED: 'bad',
  UNKNOWN: 'warn',
};

function OutgoingRow({ mail, onWriteOn }: { readonly mail: OutgoingMail; readonly onWriteOn: WriteOn }) {
  const { words } = useReader();
  const { state, to, cc, bcc, subject, refused, failure, updatedAt, attempts } = mail;
  const names = [...to, ...cc, ...bcc].map(({ name, address }) => name || address).join(', ');
  const open = state !== 'SENT' && state !== 'FILED';
  return (
    <li className="space-y-1.5 px-4 py-3">
      <p className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate">{names || words.mailbox.nobody}</span>
        <Badge tone={TONES[state]}>{words.outgoing.states[state]}</Badge>
      </p>
      <p className="truncate font-medium">{subject || words.mailbox.noSubject}</p>
      <p className="text-[13px] text-soft">
        <AgeText since={updatedAt} />
        {open && attempts > 0 && ` · ${words.outgoing.tries({ count: attempts })}`}
      </p>
      {open && failure && <p className="text-[13px] text-bad">{failure}</p>}
      {refused.map((one) => (
        <p key={one.address} className="text-[13px] text-bad">
          {words.outgoing.refusedFor(one)}
        </p>
      ))}
      {state === 'UNKNOWN' && <p className="text-[13px]">{words.outgoing.unknownHint}</p>}
      <Decisions mail={mail} onWriteOn={onWriteOn} />
    </li>
  );
}

function Decisions({ mail, onWriteOn }: { readonly mail: OutgoingMail; readonly onWriteOn: WriteOn }) {
  const { words } = useReader();
  const onError = useProblemToast();
  const { id, state } = mail;
  const settleDraft = trpc.outgoing.settleDraft.useMutation({
    onError,
    onSuccess: (_, { how }) => {
      if (how === 'write-on') onWriteOn(mail);
      else toast.success(words.outgoing.discarded);
    },
  });
  const settle = trpc.outgoing.settle.useMutation({
    onError,
    onSuccess: (_, { how }) =>
      void toast.success(how === 'it-went' ? words.outgoing.settled : words.outgoing.again),
  });
  const pending = settleDraft.isPending || settle.isPending;
  const button = (name: string, onClick: () => void) => (
    <Button key={name} size="small" disabled={pending} onClick={onClick}>
      {name}
    </Button>
  );
  const writeOn = () => (state === 'DRAFT' ? onWriteOn(mail) : settleDraft.mutate({ id, how: 'write-on' }));
  const discard = button(words.outgoing.discard, () => settleDraft.mutate({ id, how: 'discard' }));
  const again = button(words.outgoing.sendAgain, () => settle.mutate({ id, how: 'send-again' }));
  // An answer to an invitation is no text to be written on: it is given anew beside the invitation.
  const asDraft = (name: string) => (mail.answers === 'invitation' ? [] : [button(name, writeOn)]);
  const choices: Partial<Record<OutgoingMail['state'], readonly React.ReactNode[]>> = {
    DRAFT: [...asDraft(words.outgoing.writeOn), discard],
    QUEUED: asDraft(words.outgoing.takeBack),
    REFUSED: [...asDraft(words.outgoing.writeOn), again, discard],
    UNKNOWN: [button(words.outgoing.itWent, () => settle.mutate({ id, how: 'it-went' })), again],
  };
  const shown = choices[state];
  return shown && <div className="flex flex-wrap gap-2 pt-1">{shown}</div>;
}
