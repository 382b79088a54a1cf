import { useState } from 'react';
import type { Device, Notifications } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { deviceName } from './device-name.ts';
import { leaveThisBrowser, type PushStanding, reachThisBrowser } from './this-browser.ts';

interface MyDevice {
  readonly seen: Notifications;
  readonly standing: Extract<PushStanding, { state: 'on' | 'off' }>;
  readonly onChange: () => Promise<unknown>;
}

type Wish = Pick<Device, 'kinds' | 'details'>;

/** What somebody wants to be told of who says yes, before they have chosen. */
const AT_FIRST: Wish = { kinds: ['request'], details: false };

/** This browser in the list of devices, and how it gets in and out of it. */
export function useMyDevice({ seen, standing, onChange }: MyDevice) {
  const utils = trpc.useUtils();
  const refresh = () => Promise.all([utils.notifications.see.invalidate(), onChange()]);
  const save = trpc.notifications.save.useMutation({ onSuccess: refresh });
  const leave = trpc.notifications.leave.useMutation({ onSuccess: refresh });
  const [asking, setAsking] = useState(false);
  const device = seen.devices.find(
    ({ endpoint }) => standing.state === 'on' && endpoint === standing.endpoint,
  );

  async function tell(wish: Wish): Promise<void> {
    setAsking(true);
    try {
      const place = await reachThisBrowser(seen.publicKey);
      if (!place) return void (await onChange());
      await save.mutateAsync({
        ...place,
        ...wish,
        kinds: [...wish.kinds],
        name: deviceName(navigator.userAgent),
      });
    } catch {
      // What the server has said is shown; a browser whose push service is away stays off.
      await onChange();
    } finally {
      setAsking(false);
    }
  }

  async function turnOff(): Promise<void> {
    const endpoint = await leaveThisBrowser();
    if (endpoint) leave.mutate({ endpoint });
    else await onChange();
  }

  return {
    device,
    pending: asking || save.isPending || leave.isPending,
    error: save.error ?? leave.error,
    turnOn: () => tell(device ?? AT_FIRST),
    turnOff,
    change: (wish: Partial<Wish>) => void tell({ ...AT_FIRST, ...device, ...wish }),
  };
}
