import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Notice } from '../../ui/display/notice.tsx';

interface TimeNoteProps {
  readonly artist: string;
  readonly serviceId: string | null;
  readonly start: Date;
  readonly moving: string | null;
}

/** Why clients would not be offered a time. The studio may still take it where nothing else stands there. */
export function TimeNote({ artist, serviceId, start, moving }: TimeNoteProps) {
  const { words } = useReader();
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
      title={words.reasons[reason]}
      hint={taken ? words.picker.takenHint : words.picker.notOffered}
    />
  );
}
