import { Trash2 } from 'lucide-react';
import type { Device } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { AgeText } from '../../time/age-text.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import type { PushStanding } from './this-browser.ts';

interface DeviceListProps {
  readonly devices: readonly Device[];
  readonly standing: PushStanding | null;
}

/** Every device on which one is told of something, to be taken off: also one that is lost. */
export function DeviceList({ devices, standing }: DeviceListProps) {
  const { words } = useReader();
  const utils = trpc.useUtils();
  const remove = trpc.notifications.remove.useMutation({
    onSuccess: () => utils.notifications.see.invalidate(),
  });
  return (
    <div>
      <h3 className="mb-1 text-[13px] font-medium text-soft">{words.notifications.devices}</h3>
      {remove.error && <ProblemNotice error={remove.error} />}
      <ul className="divide-y divide-line">
        {devices.map(({ id, name, endpoint, createdAt, toldAt }) => (
          <li key={id} className="flex items-center gap-3 py-2.5">
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {name}
                {standing?.state === 'on' && standing.endpoint === endpoint && (
                  <Badge tone="accent">{words.notifications.thisOne}</Badge>
                )}
              </p>
              <p className="text-[13px] text-soft">
                {toldAt ? words.notifications.told : words.notifications.since}{' '}
                <AgeText since={toldAt ?? createdAt} />
              </p>
            </div>
            <IconButton
              icon={Trash2}
              label={words.notifications.remove({ name })}
              onClick={() => remove.mutate({ id })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
