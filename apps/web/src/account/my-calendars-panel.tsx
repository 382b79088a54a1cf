import { Link } from '@tanstack/react-router';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Panel } from '../studio/panel.tsx';
import { buttonClass } from '../ui/controls/button.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';

/** The accounts that are one's own, wherever their calendars are kept. */
export function MyCalendarsPanel() {
  const { words } = useReader();
  const { own } = words.connections;
  const connections = trpc.connections.list.useQuery();
  const mine = connections.data?.filter((account) => account.mine);
  return (
    <Panel title={own.title} lead={own.lead}>
      {connections.error && !mine && <ProblemNotice error={connections.error} />}
      {connections.isPending && <Skeleton className="h-6 w-72" />}
      {mine && <p>{own.count({ count: mine.length })}</p>}
      {mine?.some(({ state }) => state === 'credentials') && <p className="mt-1 text-bad">{own.lost}</p>}
      <Link to="/connections" className={`${buttonClass('plain')} mt-4`}>
        {own.open}
      </Link>
    </Panel>
  );
}
