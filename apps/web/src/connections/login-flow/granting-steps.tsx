import { useNavigate } from '@tanstack/react-router';
import { toast } from 'sonner';
import type { BegunLogin, RemoteCalendar } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { ChooseCalendars } from '../choose-calendars.tsx';
import type { LoginAddress } from './login-step.tsx';
import { LoginWaiting } from './login-waiting.tsx';

interface Granting {
  readonly typed: LoginAddress;
  readonly login: BegunLogin;
}

/** From the moment the page of a Nextcloud was opened. */
export type GrantingWay =
  | (Granting & { readonly step: 'waiting' })
  | (Granting & { readonly step: 'granted'; readonly found: readonly RemoteCalendar[] });

interface GrantingStepsProps {
  readonly way: GrantingWay;
  readonly onWay: (way: GrantingWay) => void;
  readonly onBack: () => void;
}

export function GrantingSteps({ way, onWay, onBack }: GrantingStepsProps) {
  const cancel = trpc.loginFlow.cancel.useMutation();
  const { typed, login } = way;
  const back = () => {
    cancel.mutate({ loginId: login.id });
    onBack();
  };
  if (way.step === 'granted')
    return <ChooseGranted login={login} name={typed.name} found={way.found} onBack={back} />;
  return (
    <LoginWaiting
      login={login}
      onCancel={back}
      onDone={(seen) => {
        if (seen.is === 'found') onWay({ step: 'granted', typed, login, found: seen.calendars });
      }}
    />
  );
}

interface ChooseGrantedProps {
  readonly login: BegunLogin;
  /** In Atelier; may be empty. */
  readonly name: string;
  readonly found: readonly RemoteCalendar[];
  readonly onBack: () => void;
}

/** Of an account that somebody has just signed in to at their Nextcloud. */
function ChooseGranted({ login, name, found, onBack }: ChooseGrantedProps) {
  const { words } = useReader();
  const navigate = useNavigate();
  const connect = trpc.loginFlow.connect.useMutation({
    onSuccess: () => {
      toast.success(words.connect.connected);
      void navigate({ to: '/agenda' });
    },
  });
  const submit = (select: string[]) => connect.mutate({ loginId: login.id, name: name || undefined, select });
  return <ChooseCalendars found={found} onBack={onBack} connect={{ ...connect, submit }} />;
}
