import { type Opaque, textOfField } from '../../json.ts';
import type { HintChannel } from '../../port/change-hints.ts';
import { isSame } from '../../same-text.ts';

/** How Microsoft knows a subscription; null before it has said. */
export function idOf(remote: Opaque): string | null {
  return textOfField(remote, 'id');
}

/** One that is not known yet may be any: its notification can arrive before the answer that names it. */
export function isOf({ remote }: HintChannel, id: string): boolean {
  const known = idOf(remote);
  return known === null || isSame(known, id);
}
