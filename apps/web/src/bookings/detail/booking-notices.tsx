import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import type { BookingDetail } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { AgeText } from '../../time/age-text.tsx';
import { useWhen } from '../../time/use-when.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';

interface BookingNoticesProps {
  readonly booking: BookingDetail;
  /** Moves the booking to the other time that the client named. */
  readonly onMoveThere: (start: Date) => void;
  readonly moving: boolean;
}

/** What has to be known or done first: trouble, doubt, a time limit, another time. */
export function BookingNotices({ booking, onMoveThere, moving }: BookingNoticesProps) {
  const { t } = useTranslation();
  const when = useWhen();
  const { trouble, unverified, alternativeStart, state, zone, expiresAt } = booking;
  const length = booking.end.getTime() - booking.start.getTime();
  const open = state === 'REQUESTED' || state === 'CONFIRMED';
  return (
    <>
      {trouble && <Trouble bookingId={booking.id} trouble={trouble} />}
      {unverified && open && (
        <Notice tone="warn" title={t('bookings.unverified')} hint={t('bookings.unverifiedHint')} />
      )}
      {alternativeStart && state === 'REQUESTED' && (
        <Notice
          tone="accent"
          title={t('bookings.alternative', {
            when: when.span(alternativeStart, new Date(alternativeStart.getTime() + length), zone),
          })}
          action={
            <Button size="small" pending={moving} onClick={() => onMoveThere(alternativeStart)}>
              {t('bookings.moveThere')}
            </Button>
          }
        />
      )}
      {expiresAt && state === 'REQUESTED' && (
        <p className="text-[13px] text-soft">
          {t('bookings.expires')} <AgeText since={expiresAt} />
        </p>
      )}
    </>
  );
}

function Trouble({ bookingId, trouble }: { readonly bookingId: string; readonly trouble: string }) {
  const { t } = useTranslation();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const settle = trpc.bookings.settle.useMutation({
    onError,
    onSuccess: () => void toast.success(t('bookings.settled')),
    onSettled: () => Promise.all([queries.bookings.see.invalidate(), queries.bookings.list.invalidate()]),
  });
  return (
    <Notice
      tone="bad"
      title={trouble}
      hint={t('bookings.troubleHint')}
      action={
        <Button size="small" pending={settle.isPending} onClick={() => settle.mutate({ id: bookingId })}>
          {t('bookings.lookedAt')}
        </Button>
      }
    />
  );
}
