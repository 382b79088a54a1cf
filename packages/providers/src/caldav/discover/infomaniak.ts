import { ProviderFailure } from '../../port/failure.ts';
import type { StepName } from '../../port/gateway.ts';

/** Serves the calendars of every Infomaniak account; neither mail domains nor the web address of kSuite lead there. */
const SERVICE = 'https://sync.infomaniak.com/';

/** The service itself for an empty address or any other address of Infomaniak's; what else was typed stands. */
export function typedInfomaniak(typed: string): string {
  const host = URL.parse(typed.includes('://') ? typed : `https://${typed}`)?.hostname ?? '';
  const isTheirs = host === 'infomaniak.com' || host.endsWith('.infomaniak.com');
  return typed.trim() === '' || isTheirs ? SERVICE : typed;
}

/** Where the calendars lie when discovery from the root does not lead there, as it failed to for some accounts. */
export function infomaniakHome(root: URL, username: string): URL {
  const id = username.split('@', 1)[0] ?? username;
  return new URL(`/calendars/${encodeURIComponent(id)}/`, root);
}

/** The service takes any user name at its root and answers 404 further on, so both failures mean the same. */
export function infomaniakHint(failure: ProviderFailure, step: StepName): ProviderFailure {
  const unknownName =
    failure.kind === 'not-found' && (step === 'account' || step === 'place' || step === 'calendars');
  if (failure.kind !== 'credentials' && !unknownName) return failure;
  return new ProviderFailure(
    failure.kind,
    'Infomaniak does not know this user name and password.',
    'Check the short id (such as AB12345, shown at config.infomaniak.com) and use an application password of that account.',
    { ...(failure.status !== null && { status: failure.status }) },
  );
}
