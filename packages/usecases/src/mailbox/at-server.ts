import type { MailAccess } from '@atelier/providers/port/mail/mail-account';
import type { MailGateway, MailProvider } from '@atelier/providers/port/mail/mail-provider';
import { answered } from '../connections/answered.ts';
import type { Outcome } from '../outcome.ts';

/** What `work` makes of whatever a mail server answers; a server that fails is a refusal, with its reason. */
export async function orFailed<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const found = await answered(work);
  return found.ok ? found.value : found;
}

/** Signs in at the server for as long as `work` lasts. @throws ProviderFailure */
export async function atServer<T>(
  mail: MailGateway,
  access: MailAccess,
  work: (provider: MailProvider) => Promise<T>,
): Promise<T> {
  const provider = await mail.connect(access);
  try {
    return await work(provider);
  } finally {
    await provider.close();
  }
}
