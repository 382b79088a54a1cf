import { useState } from 'react';
import type { Person } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';
import { type Made, MadeLink } from './made-link.tsx';

interface ResetDialogProps {
  readonly person: Person;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** A link in place of a password, or of a link before it. */
export function ResetDialog({ person, open, onClose }: ResetDialogProps) {
  const { words } = useReader();
  const queries = trpc.useUtils();
  const [made, setMade] = useState<Made | null>(null);
  const reset = trpc.people.resetPassword.useMutation({
    onSuccess: (link) => {
      setMade(link);
      void queries.people.list.invalidate();
    },
  });
  const close = () => {
    onClose();
    setMade(null);
    reset.reset();
  };
  const { name } = person;
  const invited = person.state === 'invited';
  const title = made || invited ? words.people.link({ name }) : words.people.resetTitle({ name });
  const lead = invited ? words.people.newLinkDone : words.people.resetLead;
  return (
    <Dialog open={open} onClose={close} title={title} lead={made ? undefined : lead}>
      {reset.error && <ProblemNotice error={reset.error} />}
      {made ? (
        <MadeLink person={person} made={made} onDone={close} />
      ) : (
        <DialogActions>
          <Button onClick={close}>{words.common.cancel}</Button>
          <Button
            look={invited ? 'primary' : 'danger'}
            pending={reset.isPending}
            onClick={() => reset.mutate({ id: person.id })}
          >
            {invited ? words.people.newLink : words.people.reset}
          </Button>
        </DialogActions>
      )}
    </Dialog>
  );
}
