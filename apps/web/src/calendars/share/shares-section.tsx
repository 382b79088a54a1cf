import { Globe, User, Users, X } from 'lucide-react';
import { toast } from 'sonner';
import type { Calendar, ShareRow } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Panel } from '../../studio/panel.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { AddShare } from './add-share.tsx';
import { keyOf, LEVELS, whomOf } from './share-names.ts';
import { useShare } from './use-share.ts';

/** Who sees a calendar besides its owner, and what they may do there. */
export function SharesSection({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  if (calendar.private)
    return (
      <Panel title={words.calendar.shares} lead={words.calendar.sharesPrivate}>
        {null}
      </Panel>
    );
  return (
    <Panel title={words.calendar.shares} lead={words.calendar.sharesLead}>
      <Shares calendar={calendar} />
      <p className="mt-4 text-[13px] text-soft">{words.calendar.sharesStudio}</p>
    </Panel>
  );
}

function Shares({ calendar }: { readonly calendar: Calendar }) {
  const { words } = useReader();
  const shares = trpc.calendars.shares.useQuery({ calendarId: calendar.id });
  if (shares.error && !shares.data) return <ProblemNotice error={shares.error} />;
  if (!shares.data) return <Skeleton className="h-24" />;
  return (
    <>
      {shares.data.length === 0 && <p className="mb-4 text-soft">{words.calendar.sharesNone}</p>}
      <ul className="mb-4 divide-y divide-line">
        {shares.data.map((share) => (
          <Shared key={keyOf(whomOf(share))} calendarId={calendar.id} share={share} />
        ))}
      </ul>
      <AddShare calendar={calendar} shares={shares.data} />
    </>
  );
}

const ICONS = { person: User, group: Users, everybody: Globe } as const;

function Shared({ calendarId, share }: { readonly calendarId: string; readonly share: ShareRow }) {
  const { words } = useReader();
  const change = useShare();
  const whom = whomOf(share);
  const Icon = ICONS[whom.kind];
  const name = share.name ?? words.calendar.everybody;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 py-2.5">
      <div className="flex min-w-0 flex-1 items-center gap-3 max-sm:basis-full">
        <Icon aria-hidden className="size-4 shrink-0 text-soft" />
        <span className="min-w-0 font-medium break-words">{name}</span>
      </div>
      <div className="w-56 max-sm:flex-1">
        <Select
          label={words.calendar.mayOf({ name })}
          value={share.level}
          disabled={change.isPending}
          options={LEVELS.map((value) => ({
            value,
            label: words.calendar.levels[value],
            hint: words.calendar.levelHints[value],
          }))}
          onChange={(level) =>
            change.mutate(
              { calendarId, with: whom, level },
              { onSuccess: () => toast.success(words.calendar.saved) },
            )
          }
        />
      </div>
      <IconButton
        icon={X}
        label={words.calendar.unshare({ name })}
        onClick={() =>
          change.mutate(
            { calendarId, with: whom, level: null },
            { onSuccess: () => toast.success(words.calendar.unshared({ name })) },
          )
        }
      />
    </li>
  );
}
