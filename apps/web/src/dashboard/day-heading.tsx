import { useTranslation } from 'react-i18next';
import { Temporal } from 'temporal-polyfill';
import { useFormats } from '../i18n/use-formats.ts';

interface DayHeadingProps {
  /** ISO date. */
  readonly date: string;
  readonly today: Temporal.PlainDate;
}

export function DayHeading({ date, today }: DayHeadingProps) {
  const { t } = useTranslation();
  const { day } = useFormats();
  const away = today.until(Temporal.PlainDate.from(date)).days;
  const words = day(Temporal.PlainDate.from(date));
  const near = away === 0 ? t('common.today') : away === 1 ? t('common.tomorrow') : null;
  return (
    <h3 className="px-3 pb-1 text-[13px] font-semibold text-soft first-letter:uppercase">
      {near ?? words}
      {near && <span className="font-normal"> · {words}</span>}
    </h3>
  );
}
