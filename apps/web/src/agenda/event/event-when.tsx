import { useTranslation } from 'react-i18next';
import type { AgendaEvent } from '../../api/answers.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { firstDay, lastDay } from '../../time/day-groups.ts';
import { wallClock } from '../../time/zone.ts';
import { zoneName } from '../../time/zone-name.ts';

interface EventWhenProps {
  readonly event: AgendaEvent;
  /** In which times are shown. */
  readonly zone: string;
  /** In which the event was made; null when it floats or that is not known. */
  readonly ownZone: string | null;
}

export function EventWhen({ event, zone, ownZone }: EventWhenProps) {
  const { t } = useTranslation();
  const { when } = useFormats();
  const days = firstDay(event, zone).until(lastDay(event, zone)).days + 1;
  const elsewhere =
    !event.allDay && ownZone !== null && ownZone !== 'UTC' && clocksDiffer(event.startsAt, zone, ownZone);
  return (
    <>
      <p className="first-letter:uppercase">{when(event, zone)}</p>
      <p className="text-soft">
        {event.allDay
          ? `${t('common.allDay')}${days > 1 ? `, ${t('event.dayCount', { count: days })}` : ''}`
          : t('event.zone', { zone: zoneName(zone) })}
      </p>
      {elsewhere && (
        <p className="text-soft first-letter:uppercase">
          {t('event.inOwnZone', { when: when(event, ownZone), zone: zoneName(ownZone) })}
        </p>
      )}
    </>
  );
}

function clocksDiffer(instant: Date, zone: string, other: string): boolean {
  return wallClock(instant, zone).offset !== wallClock(instant, other).offset;
}
