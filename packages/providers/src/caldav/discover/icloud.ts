import { ProviderFailure } from '../../port/failure.ts';
import type { StepName } from '../../port/gateway.ts';

const SERVICE = 'https://caldav.icloud.com/';
/** Accounts of mainland China live in a service of their own. */
const SERVICE_CN = 'https://caldav.icloud.com.cn/';

/** The service itself for an empty address and any other of Apple's; what else was typed stands. */
export function typedICloud(typed: string): string {
  const url = URL.parse(typed.includes('://') ? typed : `https://${typed}`);
  const host = url?.port === '' ? url.hostname : '';
  if (typed.trim() === '' || /(?:^|\.)icloud\.com$/.test(host)) return SERVICE;
  return /(?:^|\.)icloud\.com\.cn$/.test(host) ? SERVICE_CN : typed;
}

const SIGNING_IN: ReadonlySet<StepName> = new Set(['reach', 'sign-in', 'account', 'place']);

/** iCloud refuses a password with 401, and now and then with a bare 403; the usual reason is the usual password. */
export function icloudHint(failure: ProviderFailure, step: StepName): ProviderFailure {
  const refused = failure.kind === 'credentials' || (failure.kind === 'forbidden' && SIGNING_IN.has(step));
  if (!refused) return failure;
  return new ProviderFailure(
    'credentials',
    'Apple does not accept this address and password.',
    'Make an app-specific password at account.apple.com under Sign-In and Security, and enter it with the mail address of your Apple Account. Changing the Apple password ends all of them.',
    { ...(failure.status !== null && { status: failure.status }) },
  );
}
