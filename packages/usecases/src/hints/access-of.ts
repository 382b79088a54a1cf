import { setTimeout as wait } from 'node:timers/promises';
import type { ConnectionRow } from '@atelier/database/account/connection-store';
import type { HintAccess } from '@atelier/providers/port/change-hints';
import { type CredentialServices, credentialOf } from '../connections/sign-in/account-credential.ts';

/** By which a provider is asked for hints on behalf of an account. */
export function accessOf(context: Omit<CredentialServices, 'wait'>, connection: ConnectionRow): HintAccess {
  return { credential: credentialOf({ ...context, wait }, connection), reach: connection.reach };
}
