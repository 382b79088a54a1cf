import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import type { AccountReport, ProviderKind } from '../api/answers.ts';
import { Dialog } from '../ui/overlay/dialog.tsx';
import type { Account } from './account.ts';
import { AccountForm } from './account-form.tsx';
import { ChooseCalendars } from './choose-calendars.tsx';
import { ProviderCards } from './provider-cards.tsx';

/** Where somebody is on the way from nothing to a connected account. */
type Way =
  | { readonly step: 'kind' }
  | { readonly step: 'account'; readonly kind: ProviderKind; readonly typed: Account | null }
  | { readonly step: 'calendars'; readonly account: Account; readonly found: AccountReport['calendars'] };

const NUMBERS = { kind: 1, account: 2, calendars: 3 } as const;

export function ConnectDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [way, setWay] = useState<Way>({ step: 'kind' });
  const stop = () => {
    setWay({ step: 'kind' });
    onClose();
  };
  const words = t('connect.stepOf', { step: NUMBERS[way.step], total: 3 });
  return (
    <Dialog
      wide
      open={open}
      onClose={stop}
      title={t('connect.title')}
      lead={`${words}: ${t(`connect.steps.${way.step}`)}`}
    >
      <Step way={way} onWay={setWay} />
    </Dialog>
  );
}

function Step({ way, onWay }: { readonly way: Way; readonly onWay: (way: Way) => void }) {
  const { t } = useTranslation();
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
        toast.success(t('connect.connected'));
        void navigate({ to: '/agenda' });
      }}
    />
  );
}
