import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { Compass, Lock, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button, buttonClass } from '../ui/controls/button.tsx';
import { EmptyState } from '../ui/display/empty-state.tsx';
import { useMe } from './use-me.ts';

function ToDashboard() {
  const { t } = useTranslation();
  return (
    <Link to="/" className={buttonClass('plain')}>
      {t('shell.toDashboard')}
    </Link>
  );
}

export function NotFound() {
  const { t } = useTranslation();
  return <EmptyState icon={Compass} title={t('shell.notFound')} hint="" action={<ToDashboard />} />;
}

export function Broken({ reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const retry = <Button onClick={reset}>{t('shell.retry')}</Button>;
  return (
    <EmptyState icon={TriangleAlert} title={t('shell.broken')} hint={t('shell.brokenHint')} action={retry} />
  );
}

/** The server refuses as well; this only says so before anything is asked. */
export function AdminOnly({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation();
  if (useMe().role === 'ADMIN') return children;
  return (
    <EmptyState
      icon={Lock}
      title={t('shell.adminOnly')}
      hint={t('shell.adminOnlyHint')}
      action={<ToDashboard />}
    />
  );
}
