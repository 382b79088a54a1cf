import { useState } from 'react';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { useMailboxes } from '../use-mailboxes.ts';
import { AddressStep } from './address-step.tsx';
import type { MailboxPlace } from './mailbox-place.ts';
import { PasswordStep } from './password-step.tsx';
import { MailSignIn } from './sign-in/mail-sign-in.tsx';

interface ConnectMailboxProps {
  readonly open: boolean;
  /** Of one that is connected again. */
  readonly address?: string | undefined;
  readonly onClose: () => void;
}

export function ConnectMailbox({ open, address, onClose }: ConnectMailboxProps) {
  const { words } = useReader();
  return (
    <Dialog open={open} onClose={onClose} title={words.mailSetup.title} lead={words.mailSetup.lead}>
      {open && <ConnectSteps address={address ?? ''} onClose={onClose} />}
    </Dialog>
  );
}

function ConnectSteps({ address, onClose }: { readonly address: string; readonly onClose: () => void }) {
  const [typed, setTyped] = useState(address);
  const [place, setPlace] = useState<MailboxPlace | null>(null);
  const { mailboxes } = useMailboxes();
  const kinds = trpc.signIns.kinds.useQuery({ origin: window.location.origin });
  const [byPassword, setByPassword] = useState(false);
  if (place === null)
    return <AddressStep address={typed} onType={setTyped} onPlace={setPlace} onClose={onClose} />;
  const { found } = place;
  const again = mailboxes.find((one) => one.own && one.address.toLowerCase() === place.address.toLowerCase());
  const takesPasswords = found?.signIn !== 'microsoft';
  const unregistered = kinds.data?.some(({ kind, registered }) => kind === found?.signIn && !registered);
  // What an operator has to do first is nobody's business who has another way in.
  const signsIn = !byPassword && !(takesPasswords && unregistered === true);
  if (found?.signIn != null && signsIn)
    return (
      <MailSignIn
        kind={found.signIn}
        address={place.address}
        mailboxId={again?.id}
        onBack={() => setPlace(null)}
        onPassword={takesPasswords ? () => setByPassword(true) : null}
      />
    );
  return <PasswordStep place={place} onBack={() => setPlace(null)} onClose={onClose} />;
}
