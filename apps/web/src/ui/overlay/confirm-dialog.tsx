import type { ReactNode } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../controls/button.tsx';
import { Dialog, DialogActions } from './dialog.tsx';

interface ConfirmDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onConfirm: () => void;
  readonly pending: boolean;
  readonly title: string;
  readonly lead: string;
  readonly confirm: string;
  readonly keep?: string;
  /** Of what harms nothing and is asked about all the same. */
  readonly harmless?: boolean;
  /** What it means in this case. */
  readonly children?: ReactNode;
}

/** Asks before something that cannot be taken back, and says what will happen. */
export function ConfirmDialog({
  open,
  onClose,
  onConfirm,
  pending,
  title,
  lead,
  confirm,
  keep,
  harmless = false,
  children,
}: ConfirmDialogProps) {
  const { words } = useReader();
  return (
    <Dialog open={open} onClose={onClose} title={title} lead={lead}>
      {children}
      <DialogActions>
        <Button onClick={onClose}>{keep ?? words.common.cancel}</Button>
        <Button look={harmless ? 'primary' : 'danger'} pending={pending} onClick={onConfirm}>
          {confirm}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
