import { useState } from 'react';
import type { DraftInput } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { Textarea } from '../../ui/controls/textarea.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { useMailboxes } from '../use-mailboxes.ts';
import { DraftFiles } from './draft-files.tsx';
import { RecipientField } from './recipient-field.tsx';
import { SendButtons } from './send-buttons.tsx';
import { TemplateMenu } from './template-menu.tsx';
import type { BegunDraft, Compose } from './use-compose.ts';
import { useEnding } from './use-ending.ts';
import { useKeepingDraft } from './use-keeping-draft.ts';
import { useTellingOthers } from './use-telling-others.ts';

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
  useTellingOthers({ begun, keep });
  const { send, discard, pending, clash, sendDespite } = useEnding({
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
        void send({ at: null });
      }}
    >
      <Heads draft={draft} onChange={change} />
      {begun.bulk && <p className="text-[13px] text-warn">{words.outgoing.bulk}</p>}
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
      <div className="flex flex-wrap items-start gap-2">
        <div className="min-w-0 flex-1">
          <DraftFiles
            id={draft.id}
            kept={state === 'kept'}
            keep={() => keep(true)}
            takes={begun.takesFiles}
          />
        </div>
        <TemplateMenu draft={draft} onChange={change} />
      </div>
      {clash && (
        <div className="space-y-2">
          <ProblemNotice error={clash.error} />
          <Button size="small" disabled={pending} onClick={() => void sendDespite()}>
            {words.outgoing.sendDespite}
          </Button>
        </div>
      )}
      <DialogActions>
        <p role="status" className="self-center text-[13px] text-soft sm:mr-auto">
          {state === 'kept' && words.outgoing.kept}
          {state === 'keeping' && words.outgoing.keeping}
        </p>
        <Button look="quiet" onClick={() => void discard()}>
          {words.outgoing.discard}
        </Button>
        <SendButtons pending={pending} onLater={(at) => void send({ at })} />
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
