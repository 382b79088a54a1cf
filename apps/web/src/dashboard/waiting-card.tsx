import { Link } from '@tanstack/react-router';
import { ArrowRight, Inbox } from 'lucide-react';
import { useWaiting } from '../bookings/use-waiting.ts';
import { waitingLine } from '../bookings/waiting.ts';
import { WaitingList } from '../bookings/waiting-list.tsx';
import { useReader } from '../language/studio-reader.ts';
import { Badge } from '../ui/display/badge.tsx';
import { Card } from '../ui/display/card.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';

const SHOWN = 5;

/** Requests and ideas that wait for an answer, answered right here. */
export function WaitingCard() {
  const { words } = useReader();
  const { requests, ideas, loading, error } = useWaiting();
  const line = waitingLine(requests, ideas);
  const hidden = line.length - SHOWN;
  return (
    <Card aria-labelledby="waiting-title" className="overflow-hidden">
      <header className="flex items-center gap-2 border-b border-line px-5 py-4">
        <h2 id="waiting-title" className="text-base font-semibold">
          {words.bookings.waiting}
        </h2>
        {line.length > 0 && <Badge tone="strong">{line.length}</Badge>}
      </header>
      {loading && <Skeleton className="m-5 h-14" />}
      {error !== null && (
        <div className="p-4">
          <ProblemNotice error={error} />
        </div>
      )}
      {!loading && error === null && line.length === 0 && (
        <p className="flex items-center gap-3 px-5 py-5 text-soft">
          <Inbox aria-hidden className="size-5 shrink-0 text-accent" />
          {words.bookings.waitingNone}
        </p>
      )}
      <WaitingList line={line.slice(0, SHOWN)} />
      {hidden > 0 && (
        <Link
          to={ideas.length > requests.length ? '/inquiries' : '/bookings'}
          className="flex items-center gap-1 border-t border-line px-5 py-3 font-medium text-accent hover:underline"
        >
          {words.bookings.waitingMore({ count: hidden })}
          <ArrowRight aria-hidden className="size-4" />
        </Link>
      )}
    </Card>
  );
}
