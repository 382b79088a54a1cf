import { Plus } from 'lucide-react';
import { useState } from 'react';
import { TimePicker } from '../../bookings/picker/time-picker.tsx';
import { useBookable } from '../../bookings/use-bookable.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { OfferedDrafts } from './offered-drafts.tsx';
import { toggledTime, withTime } from './session-draft.ts';

interface TimesDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Slug. */
  readonly artist: string;
  readonly minutes: number;
  readonly zone: string;
  readonly times: readonly Date[];
  readonly onTimes: (times: readonly Date[]) => void;
}

/** Collects times to offer, out of what is free or typed. */
export function TimesDialog({ open, onClose, times, onTimes, ...what }: TimesDialogProps) {
  const { words } = useReader();
  const { artist, minutes, zone } = what;
  const [chosen, setChosen] = useState<Date | null>(null);
  const serviceId = useShortestService(artist);
  const there = chosen !== null && times.some((time) => time.getTime() === chosen.getTime());
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={words.inquiries.addTimes}
      lead={words.inquiries.addTimesLead}
    >
      <div className="space-y-4">
        <TimePicker
          artist={artist}
          serviceId={serviceId}
          length={minutes}
          zone={zone}
          value={chosen}
          onChange={setChosen}
          several={{ chosen: times, onToggle: (start) => onTimes(toggledTime(times, start)) }}
        />
        {chosen !== null && (
          <Button className="w-full" disabled={there} onClick={() => onTimes(withTime(times, chosen))}>
            <Plus aria-hidden className="size-4" />
            {there ? words.inquiries.timeAdded : words.inquiries.addTime}
          </Button>
        )}
        <OfferedDrafts
          times={times}
          minutes={minutes}
          zone={zone}
          onRemove={(time) => onTimes(times.filter((other) => other !== time))}
        />
      </div>
      <DialogActions>
        <Button look="primary" onClick={onClose}>
          {words.inquiries.timesDone({ count: times.length })}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

/** What is free is told by slots of a service; the shortest one shows the most of it. */
function useShortestService(artist: string): string | null {
  const { artists } = useBookable();
  const services = artists?.find(({ slug }) => slug === artist)?.services ?? [];
  return services.toSorted((a, b) => a.minutes - b.minutes)[0]?.id ?? null;
}
