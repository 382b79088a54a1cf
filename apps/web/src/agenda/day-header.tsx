import type { DayHeaderInfo } from '@fullcalendar/react';
import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import { useFormats } from '../i18n/use-formats.ts';
import { classNames } from '../ui/class-names.ts';

interface DayHeaderProps {
  readonly info: DayHeaderInfo;
  /** @param date ISO date */
  readonly onDay: (date: string) => void;
}

/** The weekday and the day above a column; opens the day. */
export function DayHeader({ info, onDay }: DayHeaderProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { view, date, weekdayText, dayNumberText, isToday, isNarrow, text } = info;
  if (info.inPopover || !dayNumberText) return <>{text}</>;
  const day = view.calendar.formatIso(date, true).slice(0, 10);
  return (
    <button
      type="button"
      title={t('agenda.openDay', { date: formats.day(Temporal.PlainDate.from(day)) })}
      onClick={() => onDay(day)}
      className={classNames(
        'flex items-center rounded-md hover:bg-sunken',
        isNarrow ? 'flex-col gap-0.5 px-1 text-xs' : 'gap-1.5 px-2 text-sm',
      )}
    >
      <span className="text-soft">{weekdayText}</span>
      <span
        className={classNames(
          'flex size-7 items-center justify-center rounded-full font-semibold',
          isToday && 'bg-accent text-accent-ink',
        )}
      >
        {dayNumberText}
      </span>
    </button>
  );
}
