import type { QuickEvent } from '@atelier/quick-add/sentence';
import { QuickChips } from './quick-chips.tsx';
import { QuickDoubts } from './quick-doubts.tsx';
import type { QuickFormProps } from './quick-form.tsx';
import { QuickPreview } from './quick-preview.tsx';

type QuickUnderstoodProps = Pick<QuickFormProps, 'calendar' | 'zone' | 'onTakeBack' | 'onInstead'> & {
  readonly event: QuickEvent;
};

/** What was understood of a sentence, and where that is in doubt. */
export function QuickUnderstood({ event, calendar, zone, onTakeBack, onInstead }: QuickUnderstoodProps) {
  return (
    <>
      <QuickChips spans={event.spans} onTakeBack={onTakeBack} />
      <div role="status">
        <QuickPreview event={event} calendar={calendar} zone={zone} />
      </div>
      <QuickDoubts event={event} onInstead={onInstead} />
    </>
  );
}
