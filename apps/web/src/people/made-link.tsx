import { useReader } from '../language/studio-reader.ts';
import { useFormats } from '../language/use-formats.ts';
import { useStudioZone } from '../shell/use-studio-zone.ts';
import { dateIn } from '../time/zone.ts';
import { Button } from '../ui/controls/button.tsx';
import { CopyField } from '../ui/controls/copy-field.tsx';
import { DialogActions } from '../ui/overlay/dialog.tsx';

export interface Made {
  readonly url: string;
  readonly expiresAt: Date;
  readonly mailed: boolean;
}

interface MadeLinkProps {
  readonly person: { readonly name: string; readonly email: string };
  readonly made: Made;
  readonly onDone: () => void;
}

/** The only time that a link is shown. */
export function MadeLink({ person: { name, email }, made, onDone }: MadeLinkProps) {
  const { words } = useReader();
  const { date } = useFormats();
  const zone = useStudioZone();
  return (
    <>
      <p className="mb-3" role="status">
        {words.people.linkLead({ date: date(dateIn(made.expiresAt, zone)) })}{' '}
        {made.mailed ? words.people.linkMailed({ email }) : words.people.linkNotMailed}
      </p>
      <CopyField label={words.people.link({ name })} value={made.url} />
      <DialogActions>
        <Button look="primary" onClick={onDone}>
          {words.people.linkDone}
        </Button>
      </DialogActions>
    </>
  );
}
