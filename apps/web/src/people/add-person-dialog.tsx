import { useState } from 'react';
import { useReader } from '../language/studio-reader.ts';
import { Dialog } from '../ui/overlay/dialog.tsx';
import { AddPersonForm } from './add-person-form.tsx';
import { type Made, MadeLink } from './made-link.tsx';

interface Invited {
  readonly person: { readonly name: string; readonly email: string };
  readonly made: Made;
}

export function AddPersonDialog({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { words } = useReader();
  const [invited, setInvited] = useState<Invited | null>(null);
  const close = () => {
    onClose();
    setInvited(null);
  };
  const title = invited ? words.people.link({ name: invited.person.name }) : words.people.add;
  return (
    <Dialog open={open} onClose={close} title={title} lead={invited ? undefined : words.people.addLead}>
      {invited ? (
        <MadeLink {...invited} onDone={close} />
      ) : (
        <AddPersonForm onDone={close} onInvited={(person, made) => setInvited({ person, made })} />
      )}
    </Dialog>
  );
}
