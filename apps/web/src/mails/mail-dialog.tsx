import { LinkedText } from '../agenda/event/linked-text.tsx';
import type { QueuedMail } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { Notice } from '../ui/display/notice.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';
import { RetryMail } from './retry-mail.tsx';

/** What a mail says, as whoever gets it reads it. */
export function MailDialog({
  mail,
  onClose,
}: {
  readonly mail: QueuedMail | null;
  readonly onClose: () => void;
}) {
  const { words } = useReader();
  return (
    <Dialog
      wide
      open={mail !== null}
      onClose={onClose}
      title={mail?.subject ?? ''}
      lead={mail && words.mails.to({ to: mail.to })}
    >
      {mail && (
        <>
          {mail.failure && mail.state !== 'SENT' && (
            <div className="mb-4">
              <Notice tone="bad" title={mail.failure} hint={words.mails.failureHint} />
            </div>
          )}
          <div className="rounded-xl bg-sunken px-4 py-3 leading-relaxed whitespace-pre-wrap">
            <LinkedText text={mail.text} />
          </div>
          {mail.state === 'FAILED' && (
            <DialogActions>
              <RetryMail mail={mail} />
            </DialogActions>
          )}
        </>
      )}
    </Dialog>
  );
}
