import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { Compass, Lock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useReader } from '../language/studio-reader.ts';
import { Button, buttonClass } from '../ui/controls/button.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { useMe } from './use-me.ts';

function ToDashboard() {
  const { words } = useReader();
  return (
    <Link to="/" className={buttonClass('plain')}>
      {words.shell.toDashboard}
    </Link>
  );
}

export function NotFound() {
  const { words } = useReader();
  return <EmptyState icon={Compass} title={words.shell.notFound} hint="" action={<ToDashboard />} />;
}

export function Broken({ reset }: ErrorComponentProps) {
  const { words } = useReader();
  const retry = <Button onClick={reset}>{words.shell.retry}</Button>;
  return (
    <EmptyState
      icon={TriangleAlert}
      title={words.shell.broken}
      hint={words.shell.brokenHint}
      action={retry}
    />
  );
}

/** The server refuses as well; this only says so before anything is asked. */
export function AdminOnly({ children }: { readonly children: ReactNode }) {
  const { words } = useReader();
  if (useMe().role === 'ADMIN') return children;
  return (
    <EmptyState
      icon={Lock}
      title={words.shell.adminOnly}
      hint={words.shell.adminOnlyHint}
      action={<ToDashboard />}
    />
  );
}
