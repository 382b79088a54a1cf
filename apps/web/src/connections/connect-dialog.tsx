import {
  factsOf,
  isOAuthKind,
  type OAuthKind,
  type PasswordKind,
  type ProviderKind,
} from '@atelier/providers/kinds';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { toast } from 'sonner';
import type { AccountReport, RemoteCalendar } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Dialog } from '../ui/overlay/dialog.tsx';
import type { Account } from './account.ts';
import { AccountForm } from './account-form.tsx';
import { ChooseCalendars } from './choose-calendars.tsx';
import { FindForm, type Found } from './find/find-form.tsx';
import { FoundNotice } from './find/found-notice.tsx';
import { GrantingSteps, type GrantingWay } from './login-flow/granting-steps.tsx';
import { type LoginAddress, LoginStep } from './login-flow/login-step.tsx';
import { ProviderCards } from './provider-cards.tsx';
import { SignInStep } from './sign-in/sign-in-step.tsx';

/** Where somebody is on the way from nothing to a connected account. */
type Way =
  | { readonly step: 'kind' }
  | { readonly step: 'account'; readonly kind: PasswordKind; readonly typed: Account | null }
  | { readonly step: 'signIn'; readonly kind: OAuthKind; readonly hint: string | null }
  | { readonly step: 'login'; readonly typed: LoginAddress | null }
  | GrantingWay
  | { readonly step: 'calendars'; readonly account: Account; readonly found: AccountReport['calendars'] };

const STEPS = ['kind', 'account', 'calendars'] as const;
const NUMBERS = { kind: 1, account: 2, signIn: 2, login: 2, waiting: 2, calendars: 3, granted: 3 } as const;

interface ConnectDialogProps {
  readonly open: boolean;
  /** By which the account is to be found; empty where nobody knows. */
  readonly typed: string;
  readonly onClose: () => void;
}

export function ConnectDialog({ open, typed, onClose }: ConnectDialogProps) {
  const { words } = useReader();
  const [way, setWay] = useState<Way>({ step: 'kind' });
  const [found, setFound] = useState<Found | null>(null);
  const cancel = trpc.loginFlow.cancel.useMutation();
  const stop = () => {
    if ('login' in way) cancel.mutate({ loginId: way.login.id });
    setWay({ step: 'kind' });
    onClose();
  };
  const name = words.connect.steps[STEPS[NUMBERS[way.step] - 1] ?? 'kind'];
  return (
    <Dialog
      wide
      open={open}
      onClose={stop}
      title={words.connect.title}
      lead={words.connect.stepOf({ step: NUMBERS[way.step], total: 3, name })}
    >
      {found && way.step !== 'kind' && <FoundNotice found={found} />}
      <Step way={way} typed={typed} onWay={setWay} onFound={setFound} />
    </Dialog>
  );
}

interface StepProps {
  readonly way: Way;
  readonly typed: string;
  readonly onWay: (way: Way) => void;
  /** Null: chosen by hand. */
  readonly onFound: (found: Found | null) => void;
}

function Step({ way, typed, onWay, onFound }: StepProps) {
  const toKinds = () => onWay({ step: 'kind' });
  switch (way.step) {
    case 'kind':
      return (
        <ChooseKind
          typed={typed}
          onPick={(kind, found) => {
            onFound(found);
            onWay(firstOf(kind, found));
          }}
        />
      );
    case 'signIn':
      return <SignInStep kind={way.kind} hint={way.hint} onBack={toKinds} />;
    case 'login':
      return (
        <LoginStep
          typed={way.typed}
          onBack={toKinds}
          onByHand={(typed) => onWay({ step: 'account', kind: 'nextcloud', typed: byHand(typed) })}
          onBegun={(typed, login) => onWay({ step: 'waiting', typed, login })}
        />
      );
    case 'waiting':
    case 'granted':
      return (
        <GrantingSteps way={way} onWay={onWay} onBack={() => onWay({ step: 'login', typed: way.typed })} />
      );
    case 'account':
      return (
        <AccountForm
          kind={way.kind}
          typed={way.typed}
          onBack={way.kind === 'nextcloud' ? () => onWay({ step: 'login', typed: way.typed }) : toKinds}
          onFound={(account, found) => onWay({ step: 'calendars', account, found })}
        />
      );
    case 'calendars':
      return (
        <ChooseTyped
          account={way.account}
          found={way.found}
          onBack={() => onWay({ step: 'account', kind: way.account.kind, typed: way.account })}
        />
      );
  }
}

interface ChooseKindProps {
  readonly typed: string;
  readonly onPick: (kind: ProviderKind, found: Found | null) => void;
}

/** Found by an address, or chosen. */
function ChooseKind({ typed, onPick }: ChooseKindProps) {
  return (
    <>
      <FindForm typed={typed} onFound={(found) => onPick(found.kind, found)} />
      <ProviderCards onPick={(kind) => onPick(kind, null)} />
    </>
  );
}

/** The form of a kind, with what was found in it. */
function firstOf(kind: ProviderKind, found: Found | null): Way {
  const { url = null, username = null } = found ?? {};
  if (kind === 'nextcloud') return { step: 'login', typed: url === null ? null : { url, name: '' } };
  if (isOAuthKind(kind)) return { step: 'signIn', kind, hint: found?.mail ?? null };
  const begun = { kind, url: url ?? factsOf(kind).address ?? '', username: username ?? '' };
  return { step: 'account', kind, typed: found && { ...begun, password: '', name: '' } };
}

function byHand({ url, name }: LoginAddress): Account {
  return { kind: 'nextcloud', url, name, username: '', password: '' };
}

interface ChooseTypedProps {
  readonly account: Account;
  readonly found: readonly RemoteCalendar[];
  readonly onBack: () => void;
}

/** Of an account that was typed in. */
function ChooseTyped({ account, found, onBack }: ChooseTypedProps) {
  const { words } = useReader();
  const navigate = useNavigate();
  const connect = trpc.connections.connect.useMutation({
    onSuccess: () => {
      toast.success(words.connect.connected);
      void navigate({ to: '/agenda' });
    },
  });
  const submit = (select: string[]) =>
    connect.mutate({ ...account, name: account.name || undefined, select });
  return <ChooseCalendars found={found} onBack={onBack} connect={{ ...connect, submit }} />;
}
