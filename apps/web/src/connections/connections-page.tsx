import { useNavigate, useSearch } from '@tanstack/react-router';
import { Plug, Plus } from 'lucide-react';
import { useCallback } from 'react';
import { trpc } from '../api/trpc.ts';
import { useCalendars } from '../calendars/use-calendars.ts';
import { useReader } from '../language/studio-reader.ts';
import { Page } from '../shell/page.tsx';
import { useMe } from '../shell/use-me.ts';
import { Button } from '../ui/controls/button.tsx';
import { Card } from '../ui/display/card.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { ConnectDialog } from './connect-dialog.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { SignedInDialog } from './sign-in/signed-in-dialog.tsx';

export function ConnectionsPage() {
  const { words } = useReader();
  // Admins look after everybody's accounts, others after their own.
  const said = useMe().role === 'ADMIN' ? words.connections : words.connections.own;
  const { connect = false, signIn, typed = '' } = useSearch({ from: '/app/connections' });
  const navigate = useNavigate({ from: '/connections' });
  const setConnect = (open: boolean) =>
    void navigate({ search: open ? { connect: true } : {}, replace: true });
  const close = useCallback(() => void navigate({ search: {}, replace: true }), [navigate]);
  const button = (
    <Button look="primary" onClick={() => setConnect(true)}>
      <Plus aria-hidden className="size-4" />
      {words.connections.connect}
    </Button>
  );
  return (
    <Page title={said.title} lead={said.lead} action={button}>
      <Accounts />
      {signIn !== undefined && (
        <SignedInDialog id={signIn} onClose={close} onAgain={() => setConnect(true)} />
      )}
      <ConnectDialog open={connect} typed={typed} onClose={() => setConnect(false)} />
    </Page>
  );
}

function Accounts() {
  const { words } = useReader();
  const connections = trpc.connections.list.useQuery();
  const { calendars = [] } = useCalendars();
  if (connections.error && !connections.data) return <ProblemNotice error={connections.error} />;
  if (!connections.data) return <Skeleton className="h-48 rounded-2xl" />;
  if (connections.data.length === 0) {
    return (
      <Card>
        <EmptyState icon={Plug} title={words.connections.emptyTitle} hint={words.connections.emptyHint} />
      </Card>
    );
  }
  return (
    <ul className="space-y-5">
      {connections.data.map((connection) => (
        <li key={connection.id}>
          <ConnectionCard
            connection={connection}
            calendars={calendars.filter(({ connectionId }) => connectionId === connection.id)}
          />
        </li>
      ))}
    </ul>
  );
}
