import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { classNames } from '../ui/class-names.ts';
import { type Section, sectionsFor } from './sections.ts';
import { useMe } from './use-me.ts';

const ACTIVE = { className: 'bg-accent-soft text-accent', 'aria-current': 'page' } as const;
const INACTIVE = { className: 'text-soft hover:bg-sunken hover:text-ink' };

/** Down the side: icons on a tablet, with words where there is room. */
export function SideNavigation() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('shell.mainNavigation')} className="flex flex-col gap-1">
      {sectionsFor(useMe().role).map(({ to, name, icon: Icon }) => (
        <SectionLink
          key={to}
          to={to}
          title={t(`shell.${name}`)}
          className="flex h-10 items-center justify-center gap-3 rounded-lg px-3 font-medium xl:justify-start"
        >
          <Icon aria-hidden className="size-5 shrink-0" />
          <span className="sr-only xl:not-sr-only">{t(`shell.${name}`)}</span>
        </SectionLink>
      ))}
    </nav>
  );
}

/** Along the bottom of a phone, where thumbs are. */
export function BottomNavigation() {
  const { t } = useTranslation();
  return (
    <nav
      aria-label={t('shell.mainNavigation')}
      className="flex border-t border-line bg-surface px-1 pb-[env(safe-area-inset-bottom)]"
    >
      {sectionsFor(useMe().role).map(({ to, name, icon: Icon }) => (
        <SectionLink
          key={to}
          to={to}
          className="my-1 flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-lg py-1.5 text-[10.5px] leading-tight font-medium"
        >
          <Icon aria-hidden className="size-5 shrink-0" />
          <span className="max-w-full truncate">{t(`shell.${name}`)}</span>
        </SectionLink>
      ))}
    </nav>
  );
}

interface SectionLinkProps {
  readonly to: Section['to'];
  readonly title?: string;
  readonly className: string;
  readonly children: React.ReactNode;
}

function SectionLink({ to, title, className, children }: SectionLinkProps) {
  return (
    <Link
      to={to}
      title={title}
      activeOptions={{ exact: to === '/', includeSearch: false }}
      activeProps={ACTIVE}
      inactiveProps={INACTIVE}
      className={classNames('transition-colors', className)}
    >
      {children}
    </Link>
  );
}
