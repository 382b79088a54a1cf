import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { AddressNotice } from '../settings/address-notice.tsx';
import { useStudio } from '../shell/use-studio.ts';
import { buttonClass } from '../ui/controls/button.tsx';
import { CopyField } from '../ui/controls/copy-field.tsx';
import { Dialog, DialogActions } from '../ui/overlay/dialog.tsx';

interface ShareDialogProps {
  /** Null: the page of the whole studio. */
  readonly artist: { readonly slug: string; readonly name: string } | null;
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Where clients book, and how a page of one's own shows it. */
export function ShareDialog({ artist, open, onClose }: ShareDialogProps) {
  const { t } = useTranslation();
  const studio = useStudio();
  const origin = studio?.url ?? location.origin;
  const address = `${origin}/book${artist ? `/${artist.slug}` : ''}`;
  const name = artist?.name ?? t('share.studio');
  const frame = `<div data-atelier="${address}"></div><script src="${origin}/embed.js" async></script>`;
  return (
    <Dialog open={open} onClose={onClose} title={t('share.title', { name })} lead={t('share.lead')}>
      <div className="space-y-4">
        {studio && <AddressNotice reach={studio.reach} url={studio.url} />}
        <div>
          <p className="mb-1.5 font-medium">{t('share.link')}</p>
          <CopyField label={t('share.link')} value={address} />
        </div>
        <div>
          <p className="mb-1.5 font-medium">{t('share.embed')}</p>
          <CopyField label={t('share.embed')} value={frame} />
          <p className="mt-1.5 text-[13px] text-soft">{t('share.embedHint')}</p>
        </div>
      </div>
      <DialogActions>
        <a href={address} target="_blank" rel="noreferrer" className={buttonClass('primary')}>
          {t('share.open')}
          <ExternalLink aria-hidden className="size-4" />
        </a>
      </DialogActions>
    </Dialog>
  );
}
