import { ProviderFailure } from '@atelier/providers/port/failure';
import { done, type Outcome, refusedFor } from '../outcome.ts';
import { failedAccount } from './failed-account.ts';

/** What a server answered, or in words why it did not. */
export async function answered<Answer>(ask: () => Promise<Answer>): Promise<Outcome<Answer>> {
  try {
    return done(await ask());
  } catch (error) {
    if (error instanceof ProviderFailure)
      return refusedFor('provider', 'provider-failed', failedAccount(error));
    throw error;
  }
}
