import { factsOf, isOAuthKind, isPasswordKind } from '@atelier/providers/kinds';
import { useState } from 'react';
import { RenewDialog } from '../../connections/renew-dialog.tsx';
import { SignInAgain } from '../../connections/sign-in/sign-in-again.tsx';
import { useReader } from '../../language/studio-reader.ts';
import { AgeText } from '../../time/age-text.tsx';
import { Button } from '../../ui/controls/button.tsx';
import type { ItemOf } from '../item-of.ts';
import { WaitingRow } from '../waiting-row.tsx';

/** An account that stands still until somebody gives its new password, or signs in again. */
export function SignInRow({ item }: { readonly item: ItemOf<'signIn'> }) {
  const { words } = useReader();
  const [asking, setAsking] = useState(false);
  const { connectionId: id, name, kind, lastReadAt, renewable } = item.thing;
  return (
    <WaitingRow
      item={{ ...item, since: null }}
      title={name}
      lead={
        <>
          <p className="text-bad">
            {isOAuthKind(kind)
              ? words.signIns.endedTitle({ provider: factsOf(kind).signIn.provider })
              : words.waiting.refusedPassword}
          </p>
          {!renewable && <p>{words.waiting.askAdmin}</p>}
          <p className="text-[13px] text-soft">
            {words.waiting.lastRead} <AgeText since={lastReadAt} />
          </p>
        </>
      }
      actions={
        renewable &&
        (isPasswordKind(kind) ? (
          <>
            <Button
              size="small"
              look="primary"
              aria-label={words.waiting.renewOf({ name })}
              onClick={() => setAsking(true)}
            >
              {words.waiting.renew}
            </Button>
            <RenewDialog connection={{ id, name, kind }} open={asking} onClose={() => setAsking(false)} />
          </>
        ) : (
          <SignInAgain kind={kind} connectionId={id} name={name} />
        ))
      }
    />
  );
}
