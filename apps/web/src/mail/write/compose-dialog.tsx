import { Send } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { DraftInput } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Textarea } from '../../ui/controls/textarea.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { useMailboxes } from '../use-mailboxes.ts';
import { DraftFiles } from './draft-files.tsx';
import { RecipientField } from './recipient-field.tsx';
import type { BegunDraft, Compose } from './use-compose.ts';
import { useKeepingDraft } from './use-keeping-draft.ts';

/** What somebody writes. Closing it keeps it as a draft. */
export function ComposeDialog({ compose }: { readonly compose: Compose }) {
  const { words } = useReader();
  const { begun } = compose;
  return (
    <Dialog
      wide
      open={begun !== null}
      onClose={compose.close}
      title={words.outgoing.titles[begun?.kind ?? 'new']}
    >
      {begun && <ComposeForm key={begun.draft.id} begun={begun} compose={compose} />}
    </Dialog>
  );
}

function ComposeForm({ begun, compose }: { readonly begun: BegunDraft; readonly compose: Compose }) {
  const { words } = useReader();
  const [draft, setDraft] = useState(begun.draft);
  const change = (part: Partial<DraftInput>) => setDraft((before) => ({ ...before, ...part }));
  const { state, keep, end } = useKeepingDraft(draft, begun.kept);
  const { send, discard, pending } = useEnding({
    id: draft.id,
    kept: state !== 'untouched',
    keep,
    end,
    compose,
  });
  return (
    <form
      className="space-y-3"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Heads draft={draft} onChange={change} />
      {begun.bulk && <p className="text-[13px] text-warn">{words.outgoing.bulk}</p>}
      {begun.leavesFiles && <p className="text-[13px] text-soft">{words.outgoing.noFiles}</p>}
      <Textarea
        aria-label={words.outgoing.text}
        rows={10}
        maxLength={500_000}
        value={draft.text}
        // An answer is written above what it quotes.
        ref={(field) => {
          if (field && begun.kind !== 'new' && begun.kind !== 'forward' && !field.dataset['begun']) {
            field.dataset['begun'] = 'true';
            field.focus();
            field.setSelectionRange(0, 0);
          }
        }}
        onChange={({ currentTarget }) => change({ text: currentTarget.value })}
        onKeyDown={({ key, ctrlKey, metaKey, currentTarget }) => {
          if (key === 'Enter' && (ctrlKey || metaKey)) currentTarget.form?.requestSubmit();
        }}
        className="min-h-48"
      />
      <DraftFiles id={draft.id} kept={state === 'kept'} keep={() => keep(true)} />
      <DialogActions>
        <p role="status" className="self-center text-[13px] text-soft sm:mr-auto">
          {state === 'kept' && words.outgoing.kept}
          {state === 'keeping' && words.outgoing.keeping}
        </p>
        <Button look="quiet" onClick={() => void discard()}>
          {words.outgoing.discard}
        </Button>
        <Button type="submit" look="primary" pending={pending}>
          <Send aria-hidden className="size-4" />
          {words.outgoing.send}
        </Button>
      </DialogActions>
    </form>
  );
}

interface HeadsProps {
  readonly draft: DraftInput;
  readonly onChange: (part: Partial<DraftInput>) => void;
}

function Heads({ draft, onChange }: HeadsProps) {
  const { words } = useReader();
  const { mailboxes } = useMailboxes();
  const [copies, setCopies] = useState(draft.cc.length + draft.bcc.length > 0);
  return (
    <>
      {mailboxes.length > 1 && (
        <Select
          label={words.outgoing.from}
          value={draft.accountId}
          onChange={(accountId) => onChange({ accountId })}
          options={mailboxes.map(({ id, name, address }) => ({ value: id, label: name, hint: address }))}
        />
      )}
      <RecipientField label={words.outgoing.to} people={draft.to} onChange={(to) => onChange({ to })} />
      {copies ? (
        <>
          <RecipientField label={words.outgoing.cc} people={draft.cc} onChange={(cc) => onChange({ cc })} />
          <RecipientField
            label={words.outgoing.bcc}
            people={draft.bcc}
            onChange={(bcc) => onChange({ bcc })}
          />
        </>
      ) : (
        <Button look="quiet" size="small" onClick={() => setCopies(true)}>
          {words.outgoing.showCopies}
        </Button>
      )}
      <Input
        aria-label={words.outgoing.subject}
        placeholder={words.outgoing.subject}
        maxLength={1_000}
        value={draft.subject}
        onChange={({ currentTarget }) => onChange({ subject: currentTarget.value })}
      />
    </>
  );
}

/** So long it can be taken back: the server waits as long. */
const TAKE_BACK_MS = 10_000;

interface EndingInput {
  readonly id: string;
  /** The server knows it. */
  readonly kept: boolean;
  readonly keep: (always: boolean) => Promise<void>;
  readonly end: () => void;
  readonly compose: Compose;
}

function useEnding({ id, kept, keep, end, compose }: EndingInput) {
  const { words } = useReader();
  const { client } = trpc.useUtils();
  const onError = useProblemToast();
  const [pending, setPending] = useState(false);

  async function takeBack(): Promise<void> {
    try {
      await client.outgoing.settleDraft.mutate({ id, how: 'write-on' });
      compose.writeOn(await client.outgoing.see.query({ id }));
      toast.success(words.outgoing.takenBack);
    } catch (error) {
      onError(error);
    }
  }

  async function send(): Promise<void> {
    setPending(true);
    try {
      await keep(true);
      await client.outgoing.send.mutate({ id, at: null });
      end();
      compose.close();
      const action = { label: words.outgoing.takeBack, onClick: () => void takeBack() };
      toast(words.outgoing.sending, { duration: TAKE_BACK_MS, action });
    } catch (error) {
      onError(error);
      setPending(false);
    }
  }

  async function discard(): Promise<void> {
    end();
    try {
      if (kept) {
        await keep(true);
        await client.outgoing.settleDraft.mutate({ id, how: 'discard' });
        toast.success(words.outgoing.discarded);
      }
      compose.close();
    } catch (error) {
      onError(error);
    }
  }

  return { send, discard, pending };
}
