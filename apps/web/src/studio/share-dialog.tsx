import { ExternalLink } from 'lucide-react';
import { useReader } from '../language/studio-reader.ts';
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
  const { words } = useReader();
  const studio = useStudio();
  const origin = studio?.url ?? location.origin;
  const address = `${origin}/book${artist ? `/${artist.slug}` : ''}`;
  const name = artist?.name ?? words.share.studio;
  const frame = `<div data-atelier="${address}"></div><script src="${origin}/embed.js" async></script>`;
  return (
    <Dialog open={open} onClose={onClose} title={words.share.title({ name })} lead={words.share.lead}>
      <div className="space-y-4">
        {studio && <AddressNotice reach={studio.reach} url={studio.url} />}
        <div>
          <p className="mb-1.5 font-medium">{words.share.link}</p>
          <CopyField label={words.share.link} value={address} />
        </div>
        <div>
          <p className="mb-1.5 font-medium">{words.share.embed}</p>
          <CopyField label={words.share.embed} value={frame} />
          <p className="mt-1.5 text-[13px] text-soft">{words.share.embedHint}</p>
        </div>
      </div>
      <DialogActions>
        <a href={address} target="_blank" rel="noreferrer" className={buttonClass('primary')}>
          {words.share.open}
          <ExternalLink aria-hidden className="size-4" />
        </a>
      </DialogActions>
    </Dialog>
  );
}
