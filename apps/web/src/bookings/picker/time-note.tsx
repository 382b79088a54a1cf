import { useTranslation } from 'react-i18next';
import { trpc } from '../../api/trpc.ts';
import { Notice } from '../../ui/display/notice.tsx';

interface TimeNoteProps {
  readonly artist: string;
  readonly serviceId: string | null;
  readonly start: Date;
  readonly moving: string | null;
}

/** Why clients would not be offered a time. The studio may still take it where nothing else stands there. */
export function TimeNote({ artist, serviceId, start, moving }: TimeNoteProps) {
  const { t } = useTranslation();
  const check = trpc.booking.check.useQuery(
    { artist, serviceId: serviceId ?? '', start, ...(moving === null ? {} : { bookingId: moving }) },
    { enabled: serviceId !== null },
  );
  const reason = check.data?.available === false ? check.data.reason : null;
  if (reason === null) return null;
  const taken = reason === 'BUSY' || reason === 'HELD';
  return (
    <Notice
      tone={taken ? 'warn' : 'accent'}
      title={t(`reasons.${reason}`)}
      hint={t(taken ? 'picker.takenHint' : 'picker.notOffered')}
    />
  );
}
