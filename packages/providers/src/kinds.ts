/** What is known of each kind of account: every list, form and check of kinds is made from this. Pure data. */
interface KindFacts {
  /** Which gateway speaks with it. */
  readonly protocol: 'caldav' | 'ics' | 'graph' | 'google';
  /** Where all accounts of the kind are, when it is one place; a form begins with it, and it holds when none is typed. */
  readonly address: string | null;
  readonly signIn: PasswordSignIn | OAuthSignIn;
}

/** What is asked for to sign in. */
interface PasswordSignIn {
  readonly by: 'password';
  readonly username: 'name' | 'short-id' | 'mail' | 'none';
  /** Of an address nobody else may know, there is nothing else to ask. */
  readonly secret: 'password' | 'app-password' | 'address';
}

/** A person signs in at the provider's own page, which gives us rights and no password (OAuth 2.0). */
interface OAuthSignIn {
  readonly by: 'oauth';
  /** As people know it; no word of any language. */
  readonly provider: string;
}

/** In the order in which they are offered. */
const FACTS = {
  microsoft: {
    protocol: 'graph',
    address: 'https://graph.microsoft.com/v1.0',
    signIn: { by: 'oauth', provider: 'Microsoft' },
  },
  google: {
    protocol: 'google',
    address: 'https://www.googleapis.com/calendar/v3',
    signIn: { by: 'oauth', provider: 'Google' },
  },
  nextcloud: {
    protocol: 'caldav',
    address: null,
    signIn: { by: 'password', username: 'name', secret: 'app-password' },
  },
  infomaniak: {
    protocol: 'caldav',
    address: 'https://sync.infomaniak.com',
    signIn: { by: 'password', username: 'short-id', secret: 'app-password' },
  },
  icloud: {
    protocol: 'caldav',
    address: 'https://caldav.icloud.com',
    signIn: { by: 'password', username: 'mail', secret: 'app-password' },
  },
  caldav: {
    protocol: 'caldav',
    address: null,
    signIn: { by: 'password', username: 'name', secret: 'password' },
  },
  ics: {
    protocol: 'ics',
    address: null,
    signIn: { by: 'password', username: 'none', secret: 'address' },
  },
} as const satisfies Readonly<Record<string, KindFacts>>;

type Facts = typeof FACTS;
export type ProviderKind = keyof Facts;
export type Protocol = KindFacts['protocol'];

type SignedInBy<By extends KindFacts['signIn']['by']> = {
  [Kind in ProviderKind]: Facts[Kind]['signIn']['by'] extends By ? Kind : never;
}[ProviderKind];
export type PasswordKind = SignedInBy<'password'>;
export type OAuthKind = SignedInBy<'oauth'>;

export const PROVIDER_KINDS = Object.keys(FACTS).filter(isProviderKind);
export const PASSWORD_KINDS = PROVIDER_KINDS.filter(isPasswordKind);

export const OAUTH_KINDS = PROVIDER_KINDS.filter(isOAuthKind);

export function isOAuthKind(kind: ProviderKind): kind is OAuthKind {
  return FACTS[kind].signIn.by === 'oauth';
}

export function isPasswordKind(kind: ProviderKind): kind is PasswordKind {
  return FACTS[kind].signIn.by === 'password';
}

export function isProviderKind(text: string): text is ProviderKind {
  return Object.hasOwn(FACTS, text);
}

/** A kind as it was stored. */
export function providerKind(text: string): ProviderKind {
  if (!isProviderKind(text)) throw new Error(`this version knows no accounts of the kind ${text}`);
  return text;
}

/** What was typed, else where all accounts of the kind are; null when it has to be typed. */
export function addressOf(kind: ProviderKind, typed: string | undefined): string | null {
  return typed ?? FACTS[kind].address;
}

export function factsOf<Kind extends ProviderKind>(kind: Kind): Facts[Kind] {
  return FACTS[kind];
}
