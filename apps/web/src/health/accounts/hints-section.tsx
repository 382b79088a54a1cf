import { Unplug } from 'lucide-react';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Card } from '../../ui/display/card.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { AccountCard } from './account-card.tsx';

/** By what changes to each account are heard of. */
export function HintsSection() {
  const { words } = useReader();
  const { data, error } = trpc.hints.list.useQuery();
  if (!data) return error ? <ProblemNotice error={error} /> : <Skeleton className="h-64 rounded-2xl" />;
  const unreachable = data.some(({ state }) => state === 'no-address');
  return (
    <>
      <p className="mb-4 max-w-prose text-soft">{words.hints.lead}</p>
      {unreachable && (
        <div className="mb-4">
          <Notice tone="accent" title={words.hints.noAddress} hint={words.hints.noAddressHint} />
        </div>
      )}
      {data.length === 0 ? (
        <Card>
          <EmptyState icon={Unplug} title={words.hints.none} hint={words.hints.noneHint} />
        </Card>
      ) : (
        <ul className="space-y-4">
          {data.map((account) => (
            <li key={account.connectionId}>
              <AccountCard account={account} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
