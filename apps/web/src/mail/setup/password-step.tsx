import { type FormEvent, useState } from 'react';
import { toast } from 'sonner';
import type { MailServerInput } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useCalendarsOffer } from '../../connections/find/use-calendars-offer.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { PasswordInput } from '../../ui/controls/password-input.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { DialogActions } from '../../ui/overlay/dialog.tsx';
import { FoundServers } from './found-servers.tsx';
import { MailTestSteps } from './mail-test-steps.tsx';
import type { MailboxPlace } from './mailbox-place.ts';
import { FIRST_SERVERS, ServerFields, type Servers } from './server-fields.tsx';
import { certificateIn, TrustQuestion } from './trust-question.tsx';

interface PasswordStepProps {
  readonly place: MailboxPlace;
  readonly onBack: () => void;
  readonly onClose: () => void;
}

interface Typed {
  readonly password: string;
  readonly user: string;
  readonly servers: Servers;
  /** The servers are shown as fields. */
  readonly byHand: boolean;
}

/** Where the mailbox is, and by which password it lets one in; then everything is tried, step by step. */
export function PasswordStep({ place, onBack, onClose }: PasswordStepProps) {
  const { words } = useReader();
  const { address, found } = place;
  const [typed, setTyped] = useState<Typed>({
    password: '',
    user: found && found.username !== address ? found.username : '',
    servers: found?.servers ?? FIRST_SERVERS,
    byHand: found === null,
  });
  const [trusted, setTrusted] = useState<string[]>([]);
  const offerCalendars = useCalendarsOffer();
  const connect = trpc.mailboxes.connect.useMutation({
    onSuccess: ({ renewed, folders }) => {
      toast.success(renewed ? words.mailSetup.renewed : words.mailSetup.connected({ count: folders.length }));
      if (!renewed) offerCalendars(address);
      onClose();
    },
  });
  const change = (part: Partial<Typed>) => {
    setTyped({ ...typed, ...part });
    connect.reset();
  };
  const send = (fingerprints: string[]) => {
    const { user, password, servers } = typed;
    connect.mutate({
      address,
      password,
      ...(user.trim() !== '' && { user }),
      ...(servers.imap.host && { imap: servers.imap }),
      ...(servers.smtp.host && { smtp: servers.smtp }),
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
      {found && <FoundServers found={found} />}
      <PasswordFields address={address} typed={typed} onChange={change} />
      {(connect.isPending || connect.error) && (
        <MailTestSteps pending={connect.isPending} error={connect.error} />
      )}
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
          <Button onClick={onBack}>{words.mailSetup.other}</Button>
          <Button type="submit" look="primary" pending={connect.isPending}>
            {words.mailSetup.submit}
          </Button>
        </DialogActions>
      )}
    </form>
  );
}

interface PasswordFieldsProps {
  readonly address: string;
  readonly typed: Typed;
  readonly onChange: (part: Partial<Typed>) => void;
}

function PasswordFields({ address, typed, onChange }: PasswordFieldsProps) {
  const { words } = useReader();
  const { password, user, servers, byHand } = typed;
  return (
    <>
      <p className="font-medium break-all">{address}</p>
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
      {!byHand && (
        <Button size="small" look="quiet" onClick={() => onChange({ byHand: true })}>
          {words.mailSetup.byHand}
        </Button>
      )}
      {byHand && (
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
