import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useReader } from '../language/studio-reader.ts';
import { LiveIndicator } from '../live/live-indicator.tsx';
import { useInstalled } from '../offline/install/use-installed.ts';
import { OfflineNotice } from '../offline/offline-notice.tsx';
import { PaletteDoor } from '../palette/palette-door.tsx';
import { useMedia } from '../ui/use-media.ts';
import { BottomNavigation, SideNavigation } from './navigation.tsx';
import { UserMenu } from './user-menu.tsx';
import { Mark, Wordmark } from './wordmark.tsx';

interface ShellProps {
  readonly onSignOut: () => void;
}

/** What surrounds every page: navigation, the live indicator, the person. */
export function Shell({ onSignOut }: ShellProps) {
  const { words } = useReader();
  const phone = useMedia('(max-width: 767px)');
  const main = useFocusOnNewPage(phone);
  useInstalled();
  return (
    <div className="flex h-full flex-col md:flex-row">
      <a
        href="#main"
        className="fixed top-2 left-2 z-60 -translate-y-20 rounded-lg bg-accent px-4 py-2 font-medium text-accent-ink focus:translate-y-0"
      >
        {words.shell.skip}
      </a>
      {phone ? <TopBar onSignOut={onSignOut} /> : <SideBar onSignOut={onSignOut} />}
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <OfflineNotice />
        <main id="main" ref={main} tabIndex={-1} className="relative min-h-0 min-w-0 flex-1 overflow-y-auto">
          <Outlet />
        </main>
      </div>
      {phone && <BottomNavigation />}
    </div>
  );
}

function TopBar({ onSignOut }: ShellProps) {
  return (
    <header className="agenda-chrome flex items-center justify-between border-b border-line bg-surface px-4 py-1.5">
      <Link to="/" className="rounded-lg">
        <Wordmark />
      </Link>
      <div className="flex items-center gap-1">
        <PaletteDoor small />
        <LiveIndicator />
        <UserMenu onSignOut={onSignOut} />
      </div>
    </header>
  );
}

function SideBar({ onSignOut }: ShellProps) {
  return (
    <header className="agenda-chrome flex w-16 shrink-0 flex-col border-r border-line bg-surface p-2.5 xl:w-56 xl:p-4">
      <Link
        to="/"
        aria-label="Atelier"
        className="mb-6 flex justify-center rounded-lg py-1 xl:justify-start xl:px-2"
      >
        <Mark className="size-8 xl:hidden" />
        <span className="hidden xl:block">
          <Wordmark />
        </span>
      </Link>
      <PaletteDoor />
      <SideNavigation />
      <div className="mt-auto flex flex-col items-center gap-2 xl:items-stretch">
        <LiveIndicator />
        <UserMenu onSignOut={onSignOut} />
      </div>
    </header>
  );
}

/** A booking opens beside its list where there is room; the list then stays where it is. */
const BESIDE = /^(\/bookings)\/.*/;

/** After a change of page the keyboard and the screen reader begin at its content. */
function useFocusOnNewPage(phone: boolean) {
  const main = useRef<HTMLElement>(null);
  const location = useLocation();
  const pathname = phone ? location.pathname : location.pathname.replace(BESIDE, '$1');
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    main.current?.focus();
    main.current?.scrollTo(0, 0);
  }, [pathname]);
  return main;
}
