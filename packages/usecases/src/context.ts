import type { Database } from '@atelier/database/database';
import type { AttachedFile } from '@atelier/mail/read/read-message';
import type { OAuthKind } from '@atelier/providers/kinds';
import type { ProviderGateways } from '@atelier/providers/port/gateway';
import type { MailReach } from '@atelier/providers/port/mail/mail-account';
import type { MailFinder } from '@atelier/providers/port/mail/mail-finder';
import type { FetchPicture } from '@atelier/providers/port/picture';
import type { ProviderSignIns } from '@atelier/providers/port/sign-in';
import type { MailEngine } from '@atelier/sync/mailbox/mail-engine';
import type { MailServices } from '@atelier/sync/mailbox/mail-services';
import type { NewsEngine } from '@atelier/sync/news/news-engine';
import type { NewsServices } from '@atelier/sync/news/news-services';
import type { SyncEngine } from '@atelier/sync/run/engine';
import type { GivenStudio } from './studio/studio.ts';

/** What every use case is given; built once by the runtime. */
export interface Context {
  readonly database: Database;
  readonly gateways: ProviderGateways;
  readonly signIns: ProviderSignIns;
  readonly engine: SyncEngine;
  readonly mailboxes: Mailboxes;
  readonly news: News;
  readonly secrets: SecretBox;
  readonly passwords: PasswordHasher;
  readonly clock: () => Date;
  readonly newId: () => string;
  /** What the operator has set of the studio; what holds is read with `readStudio`. */
  readonly given: GivenStudio;
}

/** What reads, keeps in step and sends the mail of people's mailboxes. */
export interface Mailboxes extends Pick<MailServices, 'mail' | 'reader' | 'accessTo'> {
  readonly engine: MailEngine;
  readonly finder: MailFinder;
  /** Where the mail of everybody is who signs in at this provider. */
  readonly reachOf: (kind: OAuthKind) => MailReach;
  /** A picture from elsewhere; null where what is there is none. */
  readonly picture: FetchPicture;
  /** One attached file of a whole message; null where it has none there, or cannot be read. */
  readonly attached: (source: Uint8Array, place: number) => Promise<AttachedFile | null>;
}

/** What fetches and reads feeds of news. */
export interface News extends Pick<NewsServices, 'news' | 'newsReader'> {
  readonly engine: NewsEngine;
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
