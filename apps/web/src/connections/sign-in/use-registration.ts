import type { OAuthKind } from '@atelier/providers/kinds';
import { trpc } from '../../api/trpc.ts';

/** Whether Atelier is known to this provider; without, an operator has to register it first. */
export function useRegistration(kind: OAuthKind) {
  const { data, error, isPending } = trpc.signIns.kinds.useQuery({ origin: window.location.origin });
  return { known: data?.find((one) => one.kind === kind), error, isPending };
}
