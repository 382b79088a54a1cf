import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Panel } from '../../studio/panel.tsx';
import { Button } from '../../ui/controls/button.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { PasswordQuestion } from './password-question.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';
import { SetUpDialog } from './set-up-dialog.tsx';

type Asked = 'set-up' | 'renew' | 'off';

/** A code of an app after the password. */
export function SecondFactorPanel() {
  const { words } = useReader();
  const ways = trpc.waysIn.see.useQuery();
  const [asked, setAsked] = useState<Asked | null>(null);
  const close = () => setAsked(null);
  const isOn = ways.data?.secondFactor;
  return (
    <Panel title={words.waysIn.factor} lead={words.waysIn.factorLead}>
      {ways.error && !ways.data && <ProblemNotice error={ways.error} />}
      {!ways.data && !ways.error && <Skeleton className="h-10 rounded-xl" />}
      {isOn === false && <Button onClick={() => setAsked('set-up')}>{words.waysIn.setUp}</Button>}
      {isOn && (
        <div className="flex flex-wrap items-center gap-3">
          <Badge tone="good" icon={ShieldCheck}>
            {words.waysIn.on}
          </Badge>
          <Button size="small" onClick={() => setAsked('renew')}>
            {words.waysIn.renew}
          </Button>
          <Button size="small" onClick={() => setAsked('off')}>
            {words.waysIn.turnOff}
          </Button>
        </div>
      )}
      <SetUpDialog open={asked === 'set-up'} onClose={close} />
      <RenewDialog open={asked === 'renew'} onClose={close} />
      <OffDialog open={asked === 'off'} onClose={close} />
    </Panel>
  );
}

interface AskedProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

function RenewDialog({ open, onClose }: AskedProps) {
  const { words } = useReader();
  const renew = trpc.waysIn.renewCodes.useMutation();
  const close = () => {
    onClose();
    renew.reset();
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title={words.waysIn.codes}
      lead={renew.data ? undefined : words.waysIn.renewLead}
    >
      {renew.data ? (
        <RecoveryCodes codes={renew.data.recoveryCodes} onDone={close} />
      ) : (
        <PasswordQuestion
          onAnswer={(password) => renew.mutate({ password })}
          onCancel={close}
          pending={renew.isPending}
          go={words.waysIn.renew}
          problem={renew.error && <ProblemNotice error={renew.error} />}
        />
      )}
    </Dialog>
  );
}

function OffDialog({ open, onClose }: AskedProps) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  const off = trpc.waysIn.turnFactorOff.useMutation({
    onSuccess: () => {
      toast.success(words.waysIn.turnedOff);
      void queries.waysIn.see.invalidate();
      close();
    },
  });
  const close = () => {
    onClose();
    off.reset();
  };
  return (
    <Dialog open={open} onClose={close} title={words.waysIn.offTitle} lead={words.waysIn.offLead}>
      <PasswordQuestion
        onAnswer={(password) => off.mutate({ password })}
        onCancel={close}
        pending={off.isPending}
        go={words.waysIn.turnOff}
        look="danger"
        problem={off.error && <ProblemNotice error={off.error} />}
      />
    </Dialog>
  );
}
