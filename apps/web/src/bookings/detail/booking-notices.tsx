import { refusalWords } from '@atelier/words/refusal-words';
import { useTranslation } from 'react-i18next';
import { toast } from 'sonner';
import type { BookingDetail } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { languageOf } from '../../i18n/language.ts';
import { AgeText } from '../../time/age-text.tsx';
import { useWhen } from '../../time/use-when.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/display/notice.tsx';

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
  const { trouble, turn, unverified, alternativeStart, state, zone, expiresAt } = booking;
  const length = booking.end.getTime() - booking.start.getTime();
  const open = state === 'REQUESTED' || state === 'CONFIRMED';
  return (
    <>
      {trouble && <Trouble booking={booking} trouble={trouble} />}
      {unverified && open && (
        <Notice
          tone="warn"
          title={t(`bookings.unverified.${state}`)}
          hint={t(`bookings.unverifiedHint.${state}`)}
        />
      )}
      {state === 'REQUESTED' && turn === 'CLIENT' && <Notice tone="accent" title={t('bookings.proposed')} />}
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

interface TroubleProps {
  readonly booking: BookingDetail;
  readonly trouble: NonNullable<BookingDetail['trouble']>;
}

function Trouble({ booking: { id, state }, trouble }: TroubleProps) {
  const { t, i18n } = useTranslation();
  const open = state === 'REQUESTED' || state === 'CONFIRMED' ? state : null;
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
      title={refusalWords(languageOf(i18n.language, []), trouble).message}
      hint={
        trouble.code === 'overlap' && open ? t(`bookings.overlapHint.${open}`) : t('bookings.troubleHint')
      }
      action={
        <Button size="small" pending={settle.isPending} onClick={() => settle.mutate({ id })}>
          {t('bookings.lookedAt')}
        </Button>
      }
    />
  );
}
