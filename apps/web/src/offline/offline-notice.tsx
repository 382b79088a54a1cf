import { CloudOff } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { useLiveState } from '../live/live-context.ts';
import { useAge } from '../time/age-text.tsx';
import { browserZone } from '../time/zone-name.ts';
import { Button } from '../ui/controls/button.tsx';
import { useEver } from '../ui/use-ever.ts';
import { useOffline } from './offline-context.ts';
import { useUnsentEdits } from './unsent/use-unsent-edits.ts';

const UnsentDialog = lazy(() =>
  import('./unsent/unsent-dialog.tsx').then((file) => ({ default: file.UnsentDialog })),
);

/** Says how old everything is, as long as nothing new can come. */
export function OfflineNotice() {
  const { words } = useReader();
  const { dateTime } = useFormats();
  const age = useAge();
  const away = useLiveState() === 'offline';
  const until = useLiveUntil(away);
  const unsent = useUnsentEdits();
  const [open, setOpen] = useState(false);
  const asked = useEver(open);
  if (!away && unsent.length === 0) return null;
  const refused = unsent.filter((edit) => edit.refused).length;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warn-soft px-4 py-2 text-[13px] sm:px-6"
    >
      <CloudOff aria-hidden className="size-4 shrink-0 text-warn" />
      <p className="min-w-0 flex-1">
        {away && <span className="font-medium text-warn">{words.offline.away}</span>}{' '}
        {away && until && (
          <span title={dateTime(until, browserZone())}>{words.offline.asOf({ age: age(until) })}</span>
        )}{' '}
        {unsent.length > refused && words.offline.unsent({ count: unsent.length - refused })}{' '}
        {refused > 0 && words.offline.unsentRefused({ count: refused })}
      </p>
      {unsent.length > 0 && <Button onClick={() => setOpen(true)}>{words.offline.showUnsent}</Button>}
      <Suspense>{asked && <UnsentDialog open={open} onClose={() => setOpen(false)} />}</Suspense>
    </div>
  );
}

function useLiveUntil(away: boolean): Date | null {
  const offline = useOffline();
  const [until, setUntil] = useState<Date | null>(null);
  useEffect(() => {
    if (!away || !offline) return;
    let gone = false;
    const show = (found: Date | null) => !gone && setUntil(found);
    offline.kept.liveUntil().then(show, () => show(null));
    return () => {
      gone = true;
    };
  }, [away, offline]);
  return until;
}
