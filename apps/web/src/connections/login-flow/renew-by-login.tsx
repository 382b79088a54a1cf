import type { BegunLogin } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { DialogActions } from '../../ui/overlay/dialog.tsx';
import { LoginWaiting } from './login-waiting.tsx';
import { useBeginLogin } from './use-begin-login.ts';

interface RenewByLoginProps {
  readonly connectionId: string;
  /** Null until the page was opened. */
  readonly login: BegunLogin | null;
  readonly onBegun: (login: BegunLogin) => void;
  readonly onByHand: () => void;
  readonly onCancel: () => void;
  readonly onRenewed: () => void;
}

/** An account of a Nextcloud goes on with the app password that its page makes. */
export function RenewByLogin({ connectionId, login, ...on }: RenewByLoginProps) {
  const { words } = useReader();
  const begin = useBeginLogin(on.onBegun);
  if (login) return <LoginWaiting login={login} onCancel={on.onCancel} onDone={on.onRenewed} />;
  return (
    <div className="space-y-4">
      <p>{words.loginFlow.lead}</p>
      {begin.error && <ProblemNotice error={begin.error} />}
      <DialogActions>
        <Button onClick={on.onByHand}>{words.loginFlow.byHand}</Button>
        <Button look="primary" pending={begin.pending} onClick={() => begin.go({ connectionId })}>
          {words.loginFlow.go}
        </Button>
      </DialogActions>
    </div>
  );
}
