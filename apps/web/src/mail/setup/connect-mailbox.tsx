import { useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { AddressStep } from './address-step.tsx';
import type { MailboxPlace } from './mailbox-place.ts';
import { PasswordStep } from './password-step.tsx';

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
  if (place === null)
    return <AddressStep address={typed} onType={setTyped} onPlace={setPlace} onClose={onClose} />;
  return <PasswordStep place={place} onBack={() => setPlace(null)} onClose={onClose} />;
}
