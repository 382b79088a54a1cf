import { KeyRound, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { WayIn } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { passkeysWork } from '../../auth/passkeys.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Panel } from '../../studio/panel.tsx';
import { AgeText } from '../../time/age-text.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { AddPasskeyDialog, NamePasskeyDialog } from './passkey-dialogs.tsx';

/** Signing in by what a device knows its owner by. */
export function PasskeysPanel() {
  const { words } = useReader();
  const ways = trpc.waysIn.see.useQuery();
  const [adding, setAdding] = useState(false);
  const works = passkeysWork();
  return (
    <Panel
      title={words.waysIn.passkeys}
      lead={words.waysIn.passkeysLead}
      action={works && <Button onClick={() => setAdding(true)}>{words.waysIn.addPasskey}</Button>}
    >
      {!works && <Notice tone="accent" title={words.waysIn.unable} hint={words.waysIn.unableHint} />}
      {ways.data?.passkeys.length === 0 && works && <p className="text-soft">{words.waysIn.none}</p>}
      <ul className="divide-y divide-line">
        {ways.data?.passkeys.map((passkey) => (
          <PasskeyRow key={passkey.id} passkey={passkey} />
        ))}
      </ul>
      <AddPasskeyDialog open={adding} onClose={() => setAdding(false)} />
    </Panel>
  );
}

function PasskeyRow({ passkey }: { readonly passkey: WayIn }) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  const [asked, setAsked] = useState<'name' | 'remove' | null>(null);
  const close = () => setAsked(null);
  const remove = trpc.waysIn.removePasskey.useMutation({
    onError: useProblemToast(),
    onSettled: () => {
      close();
      void queries.waysIn.see.invalidate();
    },
  });
  const name = passkey.name ?? words.waysIn.unnamed;
  return (
    <li className="flex items-center gap-3 py-2.5">
      <KeyRound aria-hidden className="size-5 shrink-0 text-soft" />
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">{name}</p>
        <p className="text-[13px] text-soft">
          {words.waysIn.added} <AgeText since={passkey.createdAt} />
        </p>
      </div>
      <IconButton icon={Pencil} label={words.waysIn.renameOf({ name })} onClick={() => setAsked('name')} />
      <IconButton icon={Trash2} label={words.waysIn.removeOf({ name })} onClick={() => setAsked('remove')} />
      <NamePasskeyDialog passkey={passkey} open={asked === 'name'} onClose={close} />
      <ConfirmDialog
        open={asked === 'remove'}
        onClose={close}
        onConfirm={() => remove.mutate({ id: passkey.id })}
        pending={remove.isPending}
        title={words.waysIn.removeTitle({ name })}
        lead={words.waysIn.removeLead}
        confirm={words.waysIn.remove}
      />
    </li>
  );
}
