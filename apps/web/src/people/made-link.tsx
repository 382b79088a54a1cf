import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
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
  const { t } = useTranslation();
  const { date } = useFormats();
  const zone = useStudioZone();
  return (
    <>
      <p className="mb-3" role="status">
        {t('people.linkLead', { date: date(dateIn(made.expiresAt, zone)) })}{' '}
        {made.mailed ? t('people.linkMailed', { email }) : t('people.linkNotMailed')}
      </p>
      <CopyField label={t('people.link', { name })} value={made.url} />
      <DialogActions>
        <Button look="primary" onClick={onDone}>
          {t('people.linkDone')}
        </Button>
      </DialogActions>
    </>
  );
}
