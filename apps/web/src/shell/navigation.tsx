import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import type { WaitingKind } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { useUnreadMail } from '../mail/use-mailboxes.ts';
import { classNames } from '../ui/class-names.ts';
import { Menu, MenuItem } from '../ui/overlay/menu.tsx';
import { KINDS } from '../waiting/kind-look.ts';
import { useWhatWaits } from '../waiting/use-what-waits.ts';
import { bottomSections, type Section, sectionsFor } from './sections.ts';
import { useMe } from './use-me.ts';

const ACTIVE = { className: 'bg-accent-soft text-accent', 'aria-current': 'page' } as const;
const INACTIVE = { className: 'text-soft hover:bg-sunken hover:text-ink' };
const BOTTOM =
  'relative my-1 flex min-w-0 flex-1 flex-col items-center justify-center gap-0.5 rounded-lg py-1.5 text-[10.5px] leading-tight font-medium';

/** Down the side: icons on a tablet, with words where there is room. */
export function SideNavigation() {
  const { words } = useReader();
  return (
    <nav aria-label={words.shell.mainNavigation} className="flex flex-col gap-1">
      {sectionsFor(useMe().role).map((section) => (
        <SectionLink
          key={section.to}
          to={section.to}
          title={words.shell[section.name]}
          className="relative flex h-10 items-center justify-center gap-3 rounded-lg px-3 font-medium xl:justify-start"
        >
          <section.icon aria-hidden className="size-5 shrink-0" />
          <span className="sr-only xl:not-sr-only">{words.shell[section.name]}</span>
          <WaitingCount section={section} className="absolute top-0.5 right-0.5 xl:static xl:ml-auto" />
        </SectionLink>
      ))}
    </nav>
  );
}

/** Along the bottom of a phone, where thumbs are. */
export function BottomNavigation() {
  const { words } = useReader();
  const { shown, more } = bottomSections(useMe().role);
  return (
    <nav
      aria-label={words.shell.mainNavigation}
      className="flex border-t border-line bg-surface px-1 pb-[env(safe-area-inset-bottom)]"
    >
      {shown.map((section) => (
        <SectionLink key={section.to} to={section.to} className={BOTTOM}>
          <section.icon aria-hidden className="size-5 shrink-0" />
          <span className="max-w-full truncate">{words.shell[section.name]}</span>
          <WaitingCount section={section} className="absolute top-0 left-1/2 ml-1.5" />
        </SectionLink>
      ))}
      {more.length > 0 && <MoreSections sections={more} />}
    </nav>
  );
}

function MoreSections({ sections }: { readonly sections: readonly Section[] }) {
  const { words } = useReader();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const inside = sections.some(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  return (
    <Menu
      side="top"
      trigger={
        <button
          type="button"
          className={classNames(BOTTOM, 'transition-colors', (inside ? ACTIVE : INACTIVE).className)}
        >
          <Ellipsis aria-hidden className="size-5 shrink-0" />
          <span>{words.shell.more}</span>
        </button>
      }
    >
      {sections.map(({ to, name, icon: Icon }) => (
        <MenuItem
          key={to}
          icon={<Icon aria-hidden className="size-4.5 text-soft" />}
          onSelect={() => void navigate({ to })}
        >
          {words.shell[name]}
        </MenuItem>
      ))}
    </Menu>
  );
}

/** What waits is counted where it is settled: all of it on its own page, requests and ideas on theirs as well. */
const COUNTED: Partial<Record<Section['name'], readonly WaitingKind[]>> = {
  waits: KINDS,
  bookings: ['request'],
  inquiries: ['idea'],
};

/** How many wait, on the section where they are settled; of mail, how many nobody has read. */
function WaitingCount({ section, className }: { readonly section: Section; readonly className: string }) {
  const { words } = useReader();
  const { items } = useWhatWaits();
  const kinds = COUNTED[section.name];
  const unread = useUnreadMail();
  const ofMail = section.name === 'mailbox';
  const waiting = kinds ? items.filter(({ kind }) => kinds.includes(kind)).length : 0;
  const count = ofMail ? unread : waiting;
  if (count === 0) return null;
  return (
    <span
      className={classNames(
        'flex h-4.5 min-w-4.5 items-center justify-center rounded-full bg-accent px-1 text-[11px] leading-none font-semibold text-accent-ink tabular-nums',
        className,
      )}
    >
      <span aria-hidden>{count > 99 ? '99+' : count}</span>
      <span className="sr-only">
        {ofMail ? words.mailbox.unread({ count }) : words.shell.waiting({ count })}
      </span>
    </span>
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
