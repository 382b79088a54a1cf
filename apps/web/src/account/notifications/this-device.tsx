import { useId } from 'react';
import { toast } from 'sonner';
import type { Notifications, PushKind } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useMe } from '../../shell/use-me.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Checkbox } from '../../ui/controls/checkbox.tsx';
import { Switch } from '../../ui/controls/switch.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import type { PushStanding } from './this-browser.ts';
import { useMyDevice } from './use-my-device.ts';

interface ThisDeviceProps {
  readonly seen: Notifications;
  readonly standing: Extract<PushStanding, { state: 'on' | 'off' }>;
  /** Something was turned on or off: the browser is looked at again. */
  readonly onChange: () => Promise<unknown>;
}

/** On or off here, and of what. */
export function ThisDevice({ seen, standing, onChange }: ThisDeviceProps) {
  const { words, language } = useReader();
  const { device, turnOn, turnOff, change, pending, error } = useMyDevice({ seen, standing, onChange });
  const test = trpc.notifications.test.useMutation({
    onSuccess: () => toast.success(words.notifications.tested),
  });
  return (
    <div className="space-y-4">
      {(error ?? test.error) && <ProblemNotice error={error ?? test.error} />}
      <div className="flex items-center justify-between gap-4">
        <div>
          <p className="font-medium">{words.notifications.here}</p>
          <p className="text-[13px] text-soft">
            {device ? words.notifications.hereOn : words.notifications.hereOff}
          </p>
        </div>
        <Switch
          label={words.notifications.here}
          checked={device !== undefined}
          disabled={pending}
          onChange={(on) => void (on ? turnOn() : turnOff())}
        />
      </div>
      {device && (
        <>
          <Kinds kinds={device.kinds} onChange={(kinds) => change({ kinds })} />
          <Choice
            label={words.notifications.details}
            hint={words.notifications.detailsHint}
            checked={device.details}
            onChange={(details) => change({ details })}
          />
          <Button pending={test.isPending} onClick={() => test.mutate({ id: device.id, language })}>
            {words.notifications.test}
          </Button>
        </>
      )}
    </div>
  );
}

interface KindsProps {
  readonly kinds: readonly PushKind[];
  readonly onChange: (kinds: PushKind[]) => void;
}

function Kinds({ kinds, onChange }: KindsProps) {
  const { words } = useReader();
  const { role } = useMe();
  const offered: readonly PushKind[] =
    role === 'ADMIN' ? ['request', 'reminder', 'trouble'] : ['request', 'reminder'];
  return (
    <fieldset className="space-y-3">
      <legend className="mb-2 text-[13px] font-medium text-soft">{words.notifications.of}</legend>
      {offered.map((kind) => (
        <Choice
          key={kind}
          label={words.notifications.kinds[kind]}
          hint={words.notifications.kindHints[kind]}
          checked={kinds.includes(kind)}
          onChange={(on) => onChange(offered.filter((one) => (one === kind ? on : kinds.includes(one))))}
        />
      ))}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly hint: string;
  readonly checked: boolean;
  readonly onChange: (on: boolean) => void;
}

function Choice({ label, hint, checked, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <div className="flex min-h-11 items-start gap-3">
      <span className="pt-0.5">
        <Checkbox id={id} checked={checked} onChange={onChange} />
      </span>
      <label htmlFor={id} className="min-w-0 flex-1">
        <span className="block font-medium">{label}</span>
        <span className="block text-[13px] text-soft">{hint}</span>
      </label>
    </div>
  );
}
