import { Download } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { useMe } from '../../shell/use-me.ts';
import { Button } from '../../ui/controls/button.tsx';
import { DialogActions } from '../../ui/overlay/dialog.tsx';
import { saveFile } from '../../ui/save-file.ts';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** The only time that they are shown. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { words } = useReader();
  const { email } = useMe();
  const text = [`Atelier, ${location.origin}, ${email}`, '', ...codes, ''].join('\n');
  return (
    <>
      <p role="status" className="mb-4">
        {words.waysIn.codesLead}
      </p>
      <ul className="grid grid-cols-2 gap-x-6 gap-y-1.5 rounded-xl bg-sunken px-5 py-4 font-mono">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <DialogActions>
        <Button onClick={() => saveFile('atelier-recovery-codes.txt', text, 'text/plain')}>
          <Download aria-hidden className="size-4" />
          {words.waysIn.saveCodes}
        </Button>
        <Button look="primary" onClick={onDone}>
          {words.waysIn.codesKept}
        </Button>
      </DialogActions>
    </>
  );
}
