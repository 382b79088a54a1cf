import type { SeenInvitation } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { useMe } from '../../shell/use-me.ts';
import { browserZone } from '../../time/zone-name.ts';

/** What was said so far: by the reader, by somebody else from the same mailbox, or by a guest. */
export function Answered({ seen }: { readonly seen: SeenInvitation }) {
  const { words } = useReader();
  const { standing, guest } = seen;
  const line = useOwnLine(seen);
  const trouble = useTrouble(seen);
  const isGuests = standing.startsWith('guest-answer') || standing === 'stranger-answer';
  const name = guest?.name ?? words.invitation.nobody;
  return (
    <div role="status" className="space-y-1 empty:hidden">
      {isGuests && <p className="font-medium">{words.invitation.guest[guest?.answer ?? 'none']({ name })}</p>}
      {!isGuests && line && <p className="font-medium">{line}</p>}
      {trouble && <p className="text-[13px] text-warn">{trouble}</p>}
    </div>
  );
}

function useOwnLine({ standing, answer, answered }: SeenInvitation): string | null {
  const { words } = useReader();
  const { dateTime } = useFormats();
  const { userId } = useMe();
  if (answer === null) return null;
  if (standing === 'changed') return words.invitation.before[answer];
  if (standing !== 'answered') return null;
  if (!answered?.by || answered.byId === userId) return words.invitation.mine[answer];
  return words.invitation.by[answer]({ name: answered.by, when: dateTime(answered.at, browserZone()) });
}

function useTrouble({ answered, undelivered }: SeenInvitation): string | null {
  const { words } = useReader();
  if (undelivered) return words.invitation.undelivered;
  if (answered?.mail === 'REFUSED') return words.invitation.refused;
  return answered?.mail === 'UNKNOWN' ? words.invitation.unsure : null;
}
