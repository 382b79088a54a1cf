import type { Database } from '@atelier/database/database';
import type { ProviderGateway } from '@atelier/providers/port';
import type { SyncEngine } from '@atelier/sync/engine';

/** What every use case is given; built once by the runtime. */
export interface Context {
  readonly database: Database;
  readonly gateway: ProviderGateway;
  readonly engine: SyncEngine;
  readonly secrets: SecretBox;
  readonly passwords: PasswordHasher;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** IANA zone of the studio: for calendars whose provider names none. */
  readonly studioZone: string;
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
}
