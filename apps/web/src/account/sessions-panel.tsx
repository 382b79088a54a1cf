import { LogOut, MonitorSmartphone } from 'lucide-react';
import type { OwnSession } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Panel } from '../studio/panel.tsx';
import { AgeText } from '../time/age-text.tsx';
import { Button } from '../ui/controls/button.tsx';
import { IconButton } from '../ui/controls/icon-button.tsx';
import { Badge } from '../ui/display/badge.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { deviceName } from './notifications/device-name.ts';

/** Where one is signed in, and how that is ended. */
export function SessionsPanel() {
  const { words } = useReader();
  const utils = trpc.useUtils();
  const refresh = { onSuccess: () => utils.sessions.list.invalidate() };
  const sessions = trpc.sessions.list.useQuery();
  const end = trpc.sessions.end.useMutation(refresh);
  const endOthers = trpc.sessions.endOthers.useMutation(refresh);
  const problem = end.error ?? endOthers.error ?? (sessions.data ? null : sessions.error);
  return (
    <Panel
      title={words.account.sessions}
      lead={words.account.sessionsLead}
      action={
        (sessions.data?.length ?? 0) > 1 && (
          <Button pending={endOthers.isPending} onClick={() => endOthers.mutate()}>
            {words.account.endOthers}
          </Button>
        )
      }
    >
      {problem && <ProblemNotice error={problem} />}
      {!sessions.data && !sessions.error && <Skeleton className="h-16 rounded-xl" />}
      <ul className="divide-y divide-line">
        {sessions.data?.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => end.mutate({ id: session.id })} />
        ))}
      </ul>
    </Panel>
  );
}

interface SessionRowProps {
  readonly session: OwnSession;
  readonly onEnd: () => void;
}

function SessionRow({ session: { here, userAgent, address, since, seenAt }, onEnd }: SessionRowProps) {
  const { words } = useReader();
  const name = deviceName(userAgent);
  return (
    <li className="flex items-center gap-3 py-2.5">
      <MonitorSmartphone aria-hidden className="size-5 shrink-0 text-soft" />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {here && <Badge tone="accent">{words.notifications.thisOne}</Badge>}
        </p>
        <p className="text-[13px] break-words text-soft">
          {words.account.signedIn} <AgeText since={since} />
          {!here && (
            <>
              {', '}
              {words.account.seen} <AgeText since={seenAt} />
            </>
          )}
          {address && ` · ${address}`}
        </p>
      </div>
      {!here && <IconButton icon={LogOut} label={words.account.endSession({ name })} onClick={onEnd} />}
    </li>
  );
}
