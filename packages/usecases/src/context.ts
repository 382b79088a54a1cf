import type { Database } from '@atelier/database/database';
import type { ProviderGateways } from '@atelier/providers/port/gateway';
import type { ProviderSignIns } from '@atelier/providers/port/sign-in';
import type { SyncEngine } from '@atelier/sync/run/engine';
import type { GivenStudio } from './studio/studio.ts';

/** What every use case is given; built once by the runtime. */
export interface Context {
  readonly database: Database;
  readonly gateways: ProviderGateways;
  readonly signIns: ProviderSignIns;
  readonly engine: SyncEngine;
  readonly secrets: SecretBox;
  readonly passwords: PasswordHasher;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** What the operator has set of the studio; what holds is read with `readStudio`. */
  readonly given: GivenStudio;
}

/** Encrypts credentials at rest. `about` is bound to the text: it cannot be moved to another record. */
export interface SecretBox {
  seal(plain: string, about: string): string;
  open(sealed: string, about: string): string;
  /** True when the text was sealed with a key that is no longer the first one. */
  isStale(sealed: string): boolean;
}

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  verify(hash: string, password: string): Promise<boolean>;
}
