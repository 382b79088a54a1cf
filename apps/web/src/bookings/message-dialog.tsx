import { useState } from 'react';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Textarea } from '../ui/controls/textarea.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';

interface MessageDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly lead: string;
  readonly confirm: string;
  readonly keep: string;
  readonly pending?: boolean;
  /** Null when nothing was written. */
  readonly onConfirm: (message: string | null) => void;
}

/** Asks before something that the client is told of, with room for a word to them. */
export function MessageDialog({ open, onClose, title, lead, ...rest }: MessageDialogProps) {
  return (
    <Dialog open={open} onClose={onClose} title={title} lead={lead}>
      <MessageForm onClose={onClose} {...rest} />
    </Dialog>
  );
}

type MessageFormProps = Omit<MessageDialogProps, 'open' | 'title' | 'lead'>;

function MessageForm({ onClose, confirm, keep, pending = false, onConfirm }: MessageFormProps) {
  const { words } = useReader();
  const [message, setMessage] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        // React tells a form around the dialog too, which would send what is typed there.
        event.stopPropagation();
        onConfirm(message.trim() || null);
      }}
    >
      <Field label={words.bookings.message} hint={words.bookings.messageHint}>
        {(control) => (
          <Textarea
            {...control}
            value={message}
            maxLength={2_000}
            onChange={(event) => setMessage(event.target.value)}
          />
        )}
      </Field>
      <DialogActions>
        <Button onClick={onClose}>{keep}</Button>
        <Button type="submit" look="danger" pending={pending}>
          {confirm}
        </Button>
      </DialogActions>
    </form>
  );
}
