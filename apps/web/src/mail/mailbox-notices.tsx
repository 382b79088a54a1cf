import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';
import { Notice } from '../ui/display/notice.tsx';
import { useMailboxes } from './use-mailboxes.ts';

/** A mailbox that stands still says so; its owner is led to what helps. */
export function MailboxNotices({ onConnect }: { readonly onConnect: (address: string) => void }) {
  const { words } = useReader();
  const { mailboxes } = useMailboxes();
  const troubled = mailboxes.filter(({ failure, state }) => failure !== null || state === 'CREDENTIALS');
  if (troubled.length === 0) return null;
  return (
    <div className="space-y-2 p-3">
      {troubled.map(({ id, name, address, state, own, failure }) =>
        state === 'CREDENTIALS' ? (
          <Notice
            key={id}
            tone="bad"
            title={words.mailbox.stopped({ name })}
            hint={words.mailbox.stoppedHint}
            action={
              own && (
                <Button size="small" onClick={() => onConnect(address)}>
                  {words.mailbox.again}
                </Button>
              )
            }
          />
        ) : (
          <Notice key={id} tone="warn" title={words.mailbox.failing({ name })} hint={failure?.message} />
        ),
      )}
    </div>
  );
}
