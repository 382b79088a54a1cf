import type { ReactNode } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';

interface SignInResultProps {
  readonly title: string;
  /** Who has signed in; undefined until that is known. */
  readonly name: string | undefined;
  /** Null where all went well so far. */
  readonly problem: object | null;
  /** What stands here while it is looked at, and then. */
  readonly children: ReactNode;
  readonly onClose: () => void;
  readonly onAgain: () => void;
}

/** What came of a sign-in at a provider's page, or why nothing did. */
export function SignInResult({ title, name, problem, children, onClose, onAgain }: SignInResultProps) {
  const { words } = useReader();
  return (
    <Dialog
      wide
      open
      onClose={onClose}
      title={problem ? words.signIns.failedTitle : title}
      lead={name === undefined ? undefined : words.signIns.signedInAs({ name })}
    >
      {problem && (
        <>
          <ProblemNotice error={problem} />
          <DialogActions>
            <Button onClick={onClose}>{words.common.close}</Button>
            <Button look="primary" onClick={onAgain}>
              {words.signIns.tryAgain}
            </Button>
          </DialogActions>
        </>
      )}
      {children}
    </Dialog>
  );
}
