import { useId, useState } from 'react';
import { toast } from 'sonner';
import type { Mailbox, MailboxTies } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Checkbox } from '../../ui/controls/checkbox.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { SaidList } from '../../ui/display/said-list.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { useMailboxes } from '../use-mailboxes.ts';

interface RemoveMailboxProps {
  readonly mailbox: Mailbox;
  readonly onRemoved: () => void;
}

/** Takes a mailbox away, after saying what hangs on it and asking what becomes of that (M9). */
export function RemoveMailbox({ mailbox, onRemoved }: RemoveMailboxProps) {
  const { words } = useReader();
  const [asking, setAsking] = useState(false);
  const close = () => setAsking(false);
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {words.mailSetup.remove}
      </Button>
      <Dialog
        open={asking}
        onClose={close}
        title={words.mailSetup.removeTitle({ address: mailbox.address })}
        lead={words.mailSetup.removeLead}
      >
        {asking && <Ties mailbox={mailbox} onClose={close} onRemoved={onRemoved} />}
      </Dialog>
    </>
  );
}

function Ties({ mailbox, onClose, onRemoved }: RemoveMailboxProps & { readonly onClose: () => void }) {
  const { id: accountId } = mailbox;
  const ties = trpc.mailboxes.ties.useQuery({ accountId }, { staleTime: 0 });
  if (ties.error && !ties.data) return <ProblemNotice error={ties.error} />;
  if (!ties.data) return <Skeleton className="h-24 rounded-xl" />;
  return <Choices ties={ties.data} accountId={accountId} onClose={onClose} onRemoved={onRemoved} />;
}

/** Instead of another mailbox. */
const GO = 'go';

interface ChoicesProps {
  readonly ties: MailboxTies;
  readonly accountId: string;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

function Choices({ ties, accountId, onClose, onRemoved }: ChoicesProps) {
  const { words } = useReader();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const { mailboxes } = useMailboxes();
  const others = mailboxes.filter(({ id, own }) => own && id !== accountId);
  const [draftsTo, setDraftsTo] = useState<string>(others[0]?.id ?? GO);
  const [keepCalendars, setKeepCalendars] = useState(true);
  const remove = trpc.mailboxes.remove.useMutation({
    onError,
    onSuccess: () => {
      toast.success(words.mailSetup.removed);
      queries.mailboxes.list.setData(undefined, (list) => list?.filter(({ id }) => id !== accountId));
      onRemoved();
    },
  });
  const unsent = ties.drafts + ties.unsent;
  return (
    <div className="space-y-4">
      <Said ties={ties} />
      {unsent > 0 && (
        <Field label={words.mailSetup.tieDrafts({ count: unsent })}>
          {({ id }) => (
            <Select
              id={id}
              value={draftsTo}
              onChange={setDraftsTo}
              options={[
                ...others.map(({ id: value, name }) => ({
                  value,
                  label: words.mailSetup.draftsTo({ name }),
                })),
                { value: GO, label: words.mailSetup.draftsGo },
              ]}
            />
          )}
        </Field>
      )}
      {ties.calendars.length > 0 && (
        <Calendars calendars={ties.calendars} keep={keepCalendars} onKeep={setKeepCalendars} />
      )}
      <DialogActions>
        <Button onClick={onClose}>{words.common.cancel}</Button>
        <Button
          look="danger"
          pending={remove.isPending}
          onClick={() =>
            remove.mutate({
              accountId,
              draftsTo: unsent > 0 && draftsTo !== GO ? draftsTo : null,
              keepCalendars,
            })
          }
        >
          {words.mailSetup.remove}
        </Button>
      </DialogActions>
    </div>
  );
}

/** What goes in any case. */
function Said({ ties: { readers, edits, unknown } }: { readonly ties: MailboxTies }) {
  const { words } = useReader();
  return (
    <SaidList
      label={words.connections.ties}
      lines={[
        readers > 0 && words.mailSetup.tieReaders({ count: readers }),
        edits > 0 && words.mailSetup.tieEdits({ count: edits }),
        unknown > 0 && words.mailSetup.tieUnknown({ count: unknown }),
      ]}
    />
  );
}

interface CalendarsProps {
  readonly calendars: MailboxTies['calendars'];
  readonly keep: boolean;
  readonly onKeep: (keep: boolean) => void;
}

function Calendars({ calendars, keep, onKeep }: CalendarsProps) {
  const { words } = useReader();
  const mine = calendars.every((account) => account.mine);
  const id = useId();
  return (
    <div className="space-y-2">
      {calendars.map((account) => (
        <p key={account.id}>
          {words.mailSetup.tieCalendars({ name: account.name, count: account.calendars })}
        </p>
      ))}
      {mine ? (
        <div className="flex items-center gap-2.5">
          <Checkbox id={id} checked={keep} onChange={onKeep} />
          <label htmlFor={id}>{words.mailSetup.keepCalendars}</label>
        </div>
      ) : (
        <p className="text-soft">{words.mailSetup.calendarsAdmin}</p>
      )}
    </div>
  );
}
