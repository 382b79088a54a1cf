import { BellOff } from 'lucide-react';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Panel } from '../../studio/panel.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Skeleton } from '../../ui/display/skeleton.tsx';
import { DeviceList } from './device-list.tsx';
import { ThisDevice } from './this-device.tsx';
import { useThisBrowser } from './use-this-browser.ts';

/** What one is told of on which device; each is asked by itself. */
export function NotificationsPanel() {
  const { words } = useReader();
  const seen = trpc.notifications.see.useQuery();
  const browser = useThisBrowser();
  const { standing } = browser;
  return (
    <Panel title={words.notifications.title} lead={words.notifications.lead}>
      <div className="space-y-5">
        {seen.error && !seen.data && <ProblemNotice error={seen.error} />}
        {(!standing || (!seen.data && !seen.error)) && <Skeleton className="h-24 rounded-xl" />}
        {standing?.state === 'unable' && (
          <Notice tone="accent" title={words.notifications.unable} hint={words.notifications.unableHint} />
        )}
        {standing?.state === 'forbidden' && (
          <Notice
            tone="warn"
            title={words.notifications.forbidden}
            hint={words.notifications.forbiddenHint}
          />
        )}
        {seen.data && (standing?.state === 'off' || standing?.state === 'on') && (
          <ThisDevice seen={seen.data} standing={standing} onChange={browser.look} />
        )}
        {seen.data && seen.data.devices.length > 0 && (
          <DeviceList devices={seen.data.devices} standing={standing} />
        )}
        {seen.data?.devices.length === 0 && (
          <p className="flex items-center gap-2 text-[13px] text-soft">
            <BellOff aria-hidden className="size-4" />
            {words.notifications.none}
          </p>
        )}
      </div>
    </Panel>
  );
}
