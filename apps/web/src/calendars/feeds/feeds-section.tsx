import { Link2, X } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { Calendar, Feed } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useMe } from '../../shell/use-me.ts';
import { Panel } from '../../studio/panel.tsx';
import { useAge } from '../../time/age-text.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { useProblemToast } from '../use-sync-now.ts';
import { MakeFeed } from './make-feed.tsx';

/** Private addresses by which other programs follow a calendar. */
export function FeedsSection({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const feeds = trpc.calendars.feeds.useQuery({ calendarId: calendar.id });
  return (
    <Panel title={words.calendar.feeds} lead={words.calendar.feedsLead}>
      {feeds.error && !feeds.data && <ProblemNotice error={feeds.error} />}
      {!feeds.data && !feeds.error && <Skeleton className="h-16" />}
      {feeds.data?.length === 0 && <p className="mb-4 text-soft">{words.calendar.feedsNone}</p>}
      {feeds.data && feeds.data.length > 0 && (
        <ul className="mb-4 divide-y divide-line">
          {feeds.data.map((feed) => (
            <FeedRow key={feed.id} feed={feed} />
          ))}
        </ul>
      )}
      <MakeFeed calendar={calendar} />
    </Panel>
  );
}

function FeedRow({ feed }: { readonly feed: Feed }) {
  const { words } = useReader();
  const age = useAge();
  const mine = feed.userId === useMe().userId;
  const [asked, setAsked] = useState(false);
  const name = feed.name || words.calendar.feedUnnamed;
  const facts = [
    feed.busyOnly ? words.calendar.feedBusy : words.calendar.feedFull,
    ...(mine ? [] : [words.calendar.feedOf({ name: feed.userName })]),
    feed.fetchedAt ? words.calendar.feedFetched({ age: age(feed.fetchedAt) }) : words.calendar.feedNever,
  ];
  return (
    <li className="flex items-center gap-3 py-2.5">
      <Link2 aria-hidden className="size-4 shrink-0 text-soft" />
      <div className="min-w-0 flex-1">
        <p className="font-medium break-words">{name}</p>
        <p className="text-[13px] text-soft">{facts.join(' · ')}</p>
      </div>
      <IconButton icon={X} label={words.calendar.feedRevoke({ name })} onClick={() => setAsked(true)} />
      <RevokeDialog feed={feed} name={name} open={asked} onClose={() => setAsked(false)} />
    </li>
  );
}

interface RevokeDialogProps {
  readonly feed: Feed;
  readonly name: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

function RevokeDialog({ feed, name, open, onClose }: RevokeDialogProps) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  const { calendarId, id } = feed;
  const revoke = trpc.calendars.revokeFeed.useMutation({
    onError: useProblemToast(),
    onSuccess: () => {
      toast.success(words.calendar.feedRevoked);
      onClose();
      queries.calendars.feeds.setData({ calendarId }, (list) => list?.filter((other) => other.id !== id));
    },
  });
  return (
    <ConfirmDialog
      open={open}
      onClose={onClose}
      onConfirm={() => revoke.mutate({ id })}
      pending={revoke.isPending}
      title={words.calendar.feedRevokeTitle({ name })}
      lead={words.calendar.feedRevokeLead}
      confirm={words.calendar.feedRevokeConfirm}
    />
  );
}
