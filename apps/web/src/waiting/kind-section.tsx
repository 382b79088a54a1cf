import type { ReactNode } from 'react';
import type { WaitingItem, WaitingKind } from '../api/answers.ts';
import { waitingLine } from '../bookings/waiting.ts';
import { WaitingList } from '../bookings/waiting-list.tsx';
import { useReader } from '../language/studio-reader.ts';
import { Badge } from '../ui/display/badge.tsx';
import { Card } from '../ui/display/card.tsx';
import { ConflictRow } from './conflict/conflict-row.tsx';
import { itemsOf, keyOf } from './item-of.ts';
import { KIND_ICONS } from './kind-look.ts';
import { TroubleRow, UnverifiedRow } from './rows/booking-rows.tsx';
import { GoneCalendarRow, NewCalendarRow } from './rows/calendar-rows.tsx';
import { JobRow } from './rows/job-row.tsx';
import { FailedMailRow, HeldMailRow } from './rows/mail-rows.tsx';
import { RemovalsRow } from './rows/removals-row.tsx';
import { SignInRow } from './rows/sign-in-row.tsx';
import { UnsureRow } from './rows/unsure-row.tsx';
import { WriteRow } from './rows/write-row.tsx';

interface KindSectionProps {
  readonly kind: WaitingKind;
  readonly items: readonly WaitingItem[];
}

/** All that waits of one kind. It stays while it is empty, so that a refused answer finds it again. */
export function KindSection({ kind, items }: KindSectionProps) {
  const { words } = useReader();
  const Icon = KIND_ICONS[kind];
  const titleId = `waiting-${kind}`;
  return (
    <Card hidden={items.length === 0} aria-labelledby={titleId} className="overflow-hidden">
      <header className="border-b border-line px-5 py-4">
        <h2 id={titleId} className="flex items-center gap-2 text-base font-semibold">
          <Icon aria-hidden className="size-5 shrink-0 text-accent" />
          {words.waiting.kinds[kind]}
          <Badge tone="strong">{items.length}</Badge>
        </h2>
        <p className="mt-0.5 text-[13px] text-soft">{words.waiting.hints[kind]}</p>
      </header>
      {kind === 'request' || kind === 'idea' ? (
        <WaitingList
          line={waitingLine(
            itemsOf(items, 'request').map(({ thing }) => thing),
            itemsOf(items, 'idea').map(({ thing }) => thing),
          )}
        />
      ) : (
        <ul className="divide-y divide-line">{items.map(rowOf)}</ul>
      )}
    </Card>
  );
}

function rowOf(item: WaitingItem): ReactNode {
  const key = keyOf(item);
  switch (item.kind) {
    case 'trouble':
      return <TroubleRow key={key} item={item} />;
    case 'unverified':
      return <UnverifiedRow key={key} item={item} />;
    case 'conflict':
      return <ConflictRow key={key} item={item} />;
    case 'removals':
      return <RemovalsRow key={key} item={item} />;
    case 'write':
      return <WriteRow key={key} item={item} />;
    case 'unreadable':
    case 'repaired':
      return <UnsureRow key={key} item={item} />;
    case 'newCalendar':
      return <NewCalendarRow key={key} item={item} />;
    case 'goneCalendar':
      return <GoneCalendarRow key={key} item={item} />;
    case 'signIn':
      return <SignInRow key={key} item={item} />;
    case 'heldMail':
      return <HeldMailRow key={key} item={item} />;
    case 'failedMail':
      return <FailedMailRow key={key} item={item} />;
    case 'job':
      return <JobRow key={key} item={item} />;
    case 'request':
    case 'idea':
      return null;
  }
}
