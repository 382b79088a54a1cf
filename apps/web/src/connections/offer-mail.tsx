import { isOAuthKind, type ProviderKind } from '@atelier/providers/kinds';
import { useNavigate } from '@tanstack/react-router';
import { MailPlus } from 'lucide-react';
import type { Connection } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { useMailboxes } from '../mail/use-mailboxes.ts';
import { Button } from '../ui/controls/button.tsx';

/** Providers that have a mailbox for everybody who has calendars there. */
const WITH_MAIL: ReadonlySet<ProviderKind> = new Set<ProviderKind>([
  'microsoft',
  'google',
  'icloud',
  'infomaniak',
]);

/** To the mailbox of somebody's own account, where it is not here yet (P9). */
export function OfferMail({ connection }: { readonly connection: Connection }) {
  const { words } = useReader();
  const navigate = useNavigate();
  const { mailboxes, isPending } = useMailboxes();
  const { kind, username, mine } = connection;
  const address = username.includes('@') ? username : '';
  const there = mailboxes.some(
    (mailbox) =>
      mailbox.own &&
      (mailbox.address.toLowerCase() === address.toLowerCase() ||
        (address === '' && isOAuthKind(kind) && mailbox.signIn === kind)),
  );
  if (!mine || !WITH_MAIL.has(kind) || there || isPending) return null;
  return (
    <div className="px-5 pb-4">
      <Button
        size="small"
        look="quiet"
        onClick={() => void navigate({ to: '/mail', search: { connect: address } })}
      >
        <MailPlus aria-hidden className="size-4" />
        {words.connections.mailToo}
      </Button>
    </div>
  );
}
