import { MailCheck } from 'lucide-react';
import { useState } from 'react';
import type { QueuedMail } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { AddressNotice } from '../settings/address-notice.tsx';
import { Page } from '../shell/page.tsx';
import { AdminOnly } from '../shell/page-states.tsx';
import { useStudio } from '../shell/use-studio.ts';
import { Card } from '../ui/display/card.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { Notice } from '../ui/display/notice.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { HeldNotice } from './held-notice.tsx';
import { MailDialog } from './mail-dialog.tsx';
import { MailRow } from './mail-row.tsx';

const SHOWN = 200;

export function MailsPage() {
  const { words } = useReader();
  return (
    <Page title={words.mails.title} lead={words.mails.lead}>
      <AdminOnly>
        <Mails />
      </AdminOnly>
    </Page>
  );
}

function Mails() {
  const { words } = useReader();
  const studio = useStudio();
  const [openId, setOpenId] = useState<string | null>(null);
  const list = trpc.mails.list.useQuery(
    { limit: SHOWN },
    // Mail also goes out while nobody looks.
    { staleTime: 0 },
  );
  if (list.error && !list.data) return <ProblemNotice error={list.error} />;
  if (!list.data) return <Skeleton className="h-64 rounded-2xl" />;
  const { mails, held } = list.data;
  return (
    <div className="space-y-5">
      {studio && studio.mail !== 'ready' && (
        <Notice tone="warn" title={words.mails.off[studio.mail]} hint={words.mails.offHint[studio.mail]} />
      )}
      {studio && <AddressNotice reach={studio.reach} url={studio.url} />}
      <HeldNotice {...held} />
      {mails.length === 0 ? (
        <Card>
          <EmptyState icon={MailCheck} title={words.mails.none} hint={words.mails.noneHint} />
        </Card>
      ) : (
        <MailGroups mails={mails} onOpen={setOpenId} />
      )}
      <MailDialog mail={mails.find(({ id }) => id === openId) ?? null} onClose={() => setOpenId(null)} />
    </div>
  );
}

const ORDER = ['HELD', 'FAILED', 'WAITING', 'SENT', 'DROPPED'] as const;

interface MailGroupsProps {
  readonly mails: readonly QueuedMail[];
  readonly onOpen: (id: string) => void;
}

function MailGroups({ mails, onOpen }: MailGroupsProps) {
  const { words } = useReader();
  const groups = Map.groupBy(mails, ({ state }) => state);
  return ORDER.map((state) => {
    const members = groups.get(state) ?? [];
    if (members.length === 0) return null;
    return (
      <section key={state} aria-labelledby={`mail-${state}`}>
        <h2 id={`mail-${state}`} className="mb-2 px-1 text-[13px] font-semibold text-soft">
          {words.mails.states[state]} ({members.length})
        </h2>
        <Card className="overflow-hidden">
          <ul className="divide-y divide-line">
            {members.map((mail) => (
              <MailRow key={mail.id} mail={mail} onOpen={() => onOpen(mail.id)} />
            ))}
          </ul>
        </Card>
      </section>
    );
  });
}
