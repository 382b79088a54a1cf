import { Clock, Send } from 'lucide-react';
import { useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { useNow } from '../../time/use-now.ts';
import { browserZone } from '../../time/zone-name.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { Menu, MenuItem } from '../../ui/overlay/menu.tsx';
import { laterChoices, momentOf } from './later.ts';

interface SendButtonsProps {
  readonly pending: boolean;
  readonly onLater: (at: Date) => void;
}

/** Now, by the form itself; or at a time that is chosen, when the studio’s own clock says so. */
export function SendButtons({ pending, onLater }: SendButtonsProps) {
  const { words } = useReader();
  const { dateTime } = useFormats();
  const [choosing, setChoosing] = useState(false);
  const zone = browserZone();
  return (
    <>
      <Menu side="top" trigger={<IconButton icon={Clock} label={words.outgoing.later} />}>
        {laterChoices(Temporal.Now.zonedDateTimeISO(zone)).map(({ name, at }) => (
          <MenuItem key={name} onSelect={() => onLater(at)}>
            <span className="flex-1">{words.outgoing.laterTimes[name]}</span>
            <span className="text-[13px] text-soft">{dateTime(at, zone)}</span>
          </MenuItem>
        ))}
        <MenuItem onSelect={() => setChoosing(true)}>{words.outgoing.chooseTime}</MenuItem>
      </Menu>
      <Button type="submit" look="primary" pending={pending}>
        <Send aria-hidden className="size-4" />
        {words.outgoing.send}
      </Button>
      <Dialog open={choosing} onClose={() => setChoosing(false)} title={words.outgoing.later}>
        <ChooseTime
          onChoose={(at) => {
            setChoosing(false);
            onLater(at);
          }}
        />
      </Dialog>
    </>
  );
}

function ChooseTime({ onChoose }: { readonly onChoose: (at: Date) => void }) {
  const { words } = useReader();
  const [typed, setTyped] = useState('');
  const now = useNow(10_000);
  const at = momentOf(typed, browserZone());
  const soon = at !== null && at <= now;
  return (
    <div className="space-y-3">
      <Input
        type="datetime-local"
        aria-label={words.outgoing.chooseTime}
        value={typed}
        onChange={({ currentTarget }) => setTyped(currentTarget.value)}
      />
      {soon && <p className="text-[13px] text-warn">{words.outgoing.tooEarly}</p>}
      <DialogActions>
        <Button look="primary" disabled={at === null || soon} onClick={() => at && onChoose(at)}>
          {words.outgoing.sendThen}
        </Button>
      </DialogActions>
    </div>
  );
}
