import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import type { MailServerInput } from '../../api/answers.ts';
import { isApiError } from '../../api/api-error.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { PasswordInput } from '../../ui/controls/password-input.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Dialog, DialogActions } from '../../ui/overlay/dialog.tsx';
import { FIRST_SERVERS, ServerFields, type Servers } from './server-fields.tsx';

interface ConnectMailboxProps {
  readonly open: boolean;
  /** Of one that is connected again. */
  readonly address?: string | undefined;
  readonly onClose: () => void;
}

export function ConnectMailbox({ open, address, onClose }: ConnectMailboxProps) {
  const { words } = useReader();
  return (
    <Dialog open={open} onClose={onClose} title={words.mailSetup.title} lead={words.mailSetup.lead}>
      {open && <ConnectForm address={address ?? ''} onClose={onClose} />}
    </Dialog>
  );
}

interface Typed {
  readonly address: string;
  readonly password: string;
  readonly user: string;
  /** Null: they are found. */
  readonly servers: Servers | null;
}

function ConnectForm({ address, onClose }: { readonly address: string; readonly onClose: () => void }) {
  const { words } = useReader();
  const [typed, setTyped] = useState<Typed>({ address, password: '', user: '', servers: null });
  const [trusted, setTrusted] = useState<string[]>([]);
  const connect = trpc.mailboxes.connect.useMutation({
    onSuccess: ({ renewed, folders }) => {
      toast.success(renewed ? words.mailSetup.renewed : words.mailSetup.connected({ count: folders.length }));
      onClose();
    },
  });
  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    connect.reset();
  };
  const send = (fingerprints: string[]) => {
    const { user, servers, ...account } = typed;
    connect.mutate({
      ...account,
      ...(user.trim() !== '' && { user }),
      ...(servers?.imap.host && { imap: servers.imap }),
      ...(servers?.smtp.host && { smtp: servers.smtp }),
      trusted: fingerprints,
    });
  };
  const offered = certificateIn(connect.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send(trusted);
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <AccountFields typed={typed} onChange={change} />
      {connect.isPending && <Notice tone="accent" title={words.mailSetup.testing} />}
      {connect.error && !offered && <ProblemNotice error={connect.error} />}
      {offered ? (
        <TrustQuestion
          offered={offered}
          onTrust={() => {
            const next = [...trusted, offered.fingerprint];
            setTrusted(next);
            send(next);
          }}
        />
      ) : (
        <DialogActions>
          <Button onClick={onClose}>{words.common.cancel}</Button>
          <Button type="submit" look="primary" pending={connect.isPending}>
            {words.mailSetup.submit}
          </Button>
        </DialogActions>
      )}
    </form>
  );
}

interface AccountFieldsProps {
  readonly typed: Typed;
  readonly onChange: (part: Partial<Typed>) => void;
}

function AccountFields({ typed, onChange }: AccountFieldsProps) {
  const { words } = useReader();
  const { address, password, user, servers } = typed;
  return (
    <>
      <Field label={words.mailSetup.address}>
        {(control) => (
          <Input
            {...control}
            required
            type="email"
            autoComplete="off"
            maxLength={254}
            value={address}
            onChange={({ currentTarget }) => onChange({ address: currentTarget.value })}
          />
        )}
      </Field>
      <Field label={words.mailSetup.password} hint={words.mailSetup.passwordHint}>
        {(control) => (
          <PasswordInput
            {...control}
            required
            autoComplete="off"
            maxLength={1_000}
            value={password}
            onChange={({ currentTarget }) => onChange({ password: currentTarget.value })}
          />
        )}
      </Field>
      {servers === null ? (
        <Button size="small" look="quiet" onClick={() => onChange({ servers: FIRST_SERVERS })}>
          {words.mailSetup.byHand}
        </Button>
      ) : (
        <>
          <Field label={words.mailSetup.user} hint={words.mailSetup.userHint}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                maxLength={320}
                value={user}
                onChange={({ currentTarget }) => onChange({ user: currentTarget.value })}
              />
            )}
          </Field>
          {(['imap', 'smtp'] as const).map((kind) => (
            <ServerFields
              key={kind}
              title={words.mailSetup.servers[kind]}
              server={servers[kind]}
              onChange={(server: MailServerInput) => onChange({ servers: { ...servers, [kind]: server } })}
            />
          ))}
        </>
      )}
    </>
  );
}

type Offered = Readonly<Record<'host' | 'fingerprint' | 'subject' | 'issuer' | 'validTo', string>>;

/** The certificate that somebody has to vouch for; null where that is not what was refused. */
function certificateIn(error: unknown): Offered | null {
  const refusal = isApiError(error) ? error.data?.refusal : null;
  if (refusal?.code !== 'mail-certificate') return null;
  const given = (refusal.given ?? {}) as Partial<Offered>;
  const { host = '', fingerprint = '', subject = '', issuer = '', validTo = '' } = given;
  return { host, fingerprint, subject, issuer, validTo };
}

/** Nothing is trusted by itself: a person compares, and says so. */
function TrustQuestion({ offered, onTrust }: { readonly offered: Offered; readonly onTrust: () => void }) {
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
