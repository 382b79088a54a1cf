import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent, useRef } from 'react';
import { toast } from 'sonner';
import { wantedPage } from '../../auth/wanted-page.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useLiveState } from '../../live/live-context.ts';
import { installApp } from './install-app.ts';

/** Once for each page that is opened. */
let installing: ReturnType<typeof installApp> | null = null;

/** Installs the app when its first screen is there, and offers a newer version where there is one. */
export function useInstalled(): void {
  const { words } = useReader();
  const live = useLiveState() === 'live';
  const { history } = useRouter();
  const wasLive = useRef(false);
  const offer = useEffectEvent((reload: () => void) => {
    toast(words.offline.newVersion, {
      id: 'new-version',
      duration: Number.POSITIVE_INFINITY,
      description: words.offline.newVersionHint,
      action: { label: words.offline.reload, onClick: reload },
    });
  });
  useEffect(() => {
    const { serviceWorker } = navigator as { serviceWorker?: ServiceWorkerContainer };
    const go = ({ data }: MessageEvent<{ open?: unknown } | null>) => {
      if (typeof data?.open === 'string') history.push(wantedPage(data.open));
    };
    serviceWorker?.addEventListener('message', go);
    return () => serviceWorker?.removeEventListener('message', go);
  }, [history]);
  useEffect(() => {
    if (!live) return;
    installing ??= installApp({ onNewVersion: (reload) => offer(reload) });
    // A server that was away may have come back as another one.
    if (wasLive.current) void installing.then((look) => look?.());
    wasLive.current = true;
  }, [live]);
}
