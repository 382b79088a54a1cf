import { isApiError } from '../../api/api-error.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { DialogActions } from '../../ui/overlay/dialog.tsx';

type Offered = Readonly<Record<'host' | 'fingerprint' | 'subject' | 'issuer' | 'validTo', string>>;

/** The certificate that somebody has to vouch for; null where that is not what was refused. */
export function certificateIn(error: unknown): Offered | null {
  const refusal = isApiError(error) ? error.data?.refusal : null;
  if (refusal?.code !== 'mail-certificate') return null;
  const given = (refusal.given ?? {}) as Partial<Offered>;
  const { host = '', fingerprint = '', subject = '', issuer = '', validTo = '' } = given;
  return { host, fingerprint, subject, issuer, validTo };
}

/** Nothing is trusted by itself: a person compares, and says so. */
export function TrustQuestion({
  offered,
  onTrust,
}: {
  readonly offered: Offered;
  readonly onTrust: () => void;
}) {
  const { words } = useReader();
  const { host, fingerprint, subject, issuer, validTo } = offered;
  return (
    <div className="space-y-3">
      <Notice
        tone="warn"
        title={words.mailSetup.certificate({ host })}
        hint={words.mailSetup.certificateHint}
      />
      <p className="text-[13px] text-soft">
        {words.mailSetup.certificateOf({ subject, issuer, until: validTo })}
      </p>
      <p className="rounded-lg bg-sunken p-3 font-mono text-[13px] break-all">{fingerprint}</p>
      <DialogActions>
        <Button look="primary" onClick={onTrust}>
          {words.mailSetup.trust}
        </Button>
      </DialogActions>
    </div>
  );
}
