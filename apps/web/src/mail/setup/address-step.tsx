import type { FormEvent } from 'react';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { DialogActions } from '../../ui/overlay/dialog.tsx';
import type { MailboxPlace } from './mailbox-place.ts';

interface AddressStepProps {
  readonly address: string;
  readonly onType: (address: string) => void;
  readonly onPlace: (place: MailboxPlace) => void;
  readonly onClose: () => void;
}

/** An address is all that most people have to know of their mailbox. */
export function AddressStep({ address, onType, onPlace, onClose }: AddressStepProps) {
  const { words } = useReader();
  const said = words.mailSetup;
  const find = trpc.mailboxes.find.useMutation({
    onSuccess: (found) => {
      if (found.found) onPlace({ address: address.trim(), found });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    find.mutate({ address: address.trim() });
  };
  return (
    <form onSubmit={submit} className="space-y-4">
      <Field label={said.address}>
        {(control) => (
          <Input
            {...control}
            required
            type="email"
            autoComplete="off"
            maxLength={254}
            value={address}
            onChange={({ currentTarget }) => {
              onType(currentTarget.value);
              find.reset();
            }}
          />
        )}
      </Field>
      {find.isPending && <Notice tone="accent" title={said.finding} />}
      {find.error && <ProblemNotice error={find.error} />}
      {find.data?.found === false && <NotFound {...find.data} />}
      {address.includes('@') && (
        <Button size="small" look="quiet" onClick={() => onPlace({ address: address.trim(), found: null })}>
          {said.byHand}
        </Button>
      )}
      <DialogActions>
        <Button onClick={onClose}>{words.common.cancel}</Button>
        <Button type="submit" look="primary" pending={find.isPending}>
          {said.find}
        </Button>
      </DialogActions>
    </form>
  );
}

function NotFound({ why, host }: { readonly why: 'unreadable' | 'silent'; readonly host: string }) {
  const { words } = useReader();
  const { notFound, notFoundHint } = words.mailSetup;
  if (why === 'unreadable') return <Notice tone="warn" title={notFound.unreadable} />;
  return <Notice tone="warn" title={notFound.silent({ host })} hint={notFoundHint} />;
}
