import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Select } from '../../ui/controls/select.tsx';
import type { QuickFormProps } from './quick-form.tsx';

type QuickEndingProps = Pick<QuickFormProps, 'event' | 'calendar' | 'calendars' | 'onCalendar' | 'onMore'>;

/** Into which calendar, and what to do with what was typed. */
export function QuickEnding({ event, calendar, calendars, onCalendar, onMore }: QuickEndingProps) {
  const { words } = useReader();
  if (calendars.length === 0) return <p className="text-soft">{words.edit.noCalendar}</p>;
  return (
    <div className="flex flex-wrap items-center gap-2 pt-1">
      <div className="min-w-40 flex-1 sm:max-w-60">
        <Select
          label={words.edit.calendar}
          value={calendar?.id ?? ''}
          options={calendars.map(({ id, name, ownerName, mine }) => ({
            value: id,
            label: name,
            ...(mine ? {} : { hint: ownerName }),
          }))}
          onChange={onCalendar}
        />
      </div>
      <div className="flex grow justify-end gap-2">
        {onMore && (
          <Button look="quiet" disabled={!event} onClick={onMore}>
            {words.quick.more}
          </Button>
        )}
        <Button type="submit" look="primary" disabled={!event || !calendar}>
          {words.quick.save}
        </Button>
      </div>
      {onMore && <p className="w-full text-xs text-soft pointer-coarse:hidden">{words.quick.keys}</p>}
    </div>
  );
}
