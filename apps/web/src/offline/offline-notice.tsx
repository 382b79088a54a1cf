import { CloudOff } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { useLiveState } from '../live/live-context.ts';
import { useAge } from '../time/age-text.tsx';
import { browserZone } from '../time/zone-name.ts';
import { useOffline } from './offline-context.ts';

/** Says how old everything is, as long as nothing new can come. */
export function OfflineNotice() {
  const { words } = useReader();
  const { dateTime } = useFormats();
  const age = useAge();
  const away = useLiveState() === 'offline';
  const until = useLiveUntil(away);
  if (!away) return null;
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-warn-soft px-4 py-2 text-[13px] sm:px-6"
    >
      <CloudOff aria-hidden className="size-4 shrink-0 text-warn" />
      <p className="min-w-0 flex-1">
        <span className="font-medium text-warn">{words.offline.away}</span>{' '}
        {until && (
          <span title={dateTime(until, browserZone())}>{words.offline.asOf({ age: age(until) })}</span>
        )}
      </p>
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
