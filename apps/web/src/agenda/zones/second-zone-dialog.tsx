import { type FormEvent, useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { isZone } from '../../time/known-zone.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { ZoneInput } from '../../ui/controls/zone-input.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import type { DisplayZone } from './use-display-zone.ts';

interface SecondZoneDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly zones: Pick<DisplayZone, 'second' | 'chooseSecond'>;
}

/** Which zone stands beside the hours, on this device. */
export function SecondZoneDialog({ open, onClose, zones }: SecondZoneDialogProps) {
  const { words } = useReader();
  return (
    <Dialog open={open} onClose={onClose} title={words.agenda.secondZone} lead={words.agenda.secondZoneLead}>
      <SecondZoneForm zones={zones} onClose={onClose} />
    </Dialog>
  );
}

function SecondZoneForm({ onClose, zones }: Omit<SecondZoneDialogProps, 'open'>) {
  const { words } = useReader();
  const [zone, setZone] = useState(zones.second ?? '');
  const [wrong, setWrong] = useState(false);
  const choose = (chosen: string) => {
    zones.chooseSecond(chosen);
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isZone(zone)) choose(zone);
    else setWrong(true);
  };
  return (
    <form onSubmit={submit}>
      <Field label={words.agenda.zoneSwitch} error={wrong ? words.agenda.noZone : undefined}>
        {(field) => <ZoneInput {...field} value={zone} onChange={({ target }) => setZone(target.value)} />}
      </Field>
      <DialogActions>
        {zones.second !== null && <Button onClick={() => choose('')}>{words.agenda.noSecondZone}</Button>}
        <Button type="submit" look="primary">
          {words.agenda.showZone}
        </Button>
      </DialogActions>
    </form>
  );
}
