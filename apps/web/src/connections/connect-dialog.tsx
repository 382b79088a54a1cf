import type { PasswordKind } from '@atelier/providers/kinds';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from 'sonner';
import type { AccountReport } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { Dialog } from '../ui/overlay/dialog.tsx';
import type { Account } from './account.ts';
import { AccountForm } from './account-form.tsx';
import { ChooseCalendars } from './choose-calendars.tsx';
import { ProviderCards } from './provider-cards.tsx';

/** Where somebody is on the way from nothing to a connected account. */
type Way =
  | { readonly step: 'kind' }
  | { readonly step: 'account'; readonly kind: PasswordKind; readonly typed: Account | null }
  | { readonly step: 'calendars'; readonly account: Account; readonly found: AccountReport['calendars'] };

const NUMBERS = { kind: 1, account: 2, calendars: 3 } as const;

export function ConnectDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { words } = useReader();
  const [way, setWay] = useState<Way>({ step: 'kind' });
  const stop = () => {
    setWay({ step: 'kind' });
    onClose();
  };
  const at = words.connect.stepOf({ step: NUMBERS[way.step], total: 3 });
  return (
    <Dialog
      wide
      open={open}
      onClose={stop}
      title={words.connect.title}
      lead={`${at}: ${words.connect.steps[way.step]}`}
    >
      <Step way={way} onWay={setWay} />
    </Dialog>
  );
}

function Step({ way, onWay }: { readonly way: Way; readonly onWay: (way: Way) => void }) {
  const { words } = useReader();
  const navigate = useNavigate();
  if (way.step === 'kind')
    return <ProviderCards onPick={(kind) => onWay({ step: 'account', kind, typed: null })} />;
  if (way.step === 'account') {
    return (
      <AccountForm
        kind={way.kind}
        typed={way.typed}
        onBack={() => onWay({ step: 'kind' })}
        onFound={(account, found) => onWay({ step: 'calendars', account, found })}
      />
    );
  }
  return (
    <ChooseCalendars
      account={way.account}
      found={way.found}
      onBack={() => onWay({ step: 'account', kind: way.account.kind, typed: way.account })}
      onConnected={() => {
        toast.success(words.connect.connected);
        void navigate({ to: '/agenda' });
      }}
    />
  );
}
