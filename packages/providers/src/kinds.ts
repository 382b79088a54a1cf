/** What is known of each kind of account: every list, form and check of kinds is made from this. Pure data. */
interface KindFacts {
  /** Which gateway speaks with it. */
  readonly protocol: 'caldav';
  /** Where all accounts of the kind are, when it is one place; a form begins with it, and it holds when none is typed. */
  readonly address: string | null;
  /** What is asked for to sign in. */
  readonly signIn: {
    readonly username: 'name' | 'short-id';
    readonly secret: 'password' | 'app-password';
  };
}

/** In the order in which they are offered. */
const FACTS = {
  nextcloud: {
    protocol: 'caldav',
    address: null,
    signIn: { username: 'name', secret: 'app-password' },
  },
  infomaniak: {
    protocol: 'caldav',
    address: 'https://sync.infomaniak.com',
    signIn: { username: 'short-id', secret: 'app-password' },
  },
  caldav: {
    protocol: 'caldav',
    address: null,
    signIn: { username: 'name', secret: 'password' },
  },
} as const satisfies Readonly<Record<string, KindFacts>>;

export type ProviderKind = keyof typeof FACTS;
export type Protocol = KindFacts['protocol'];

export const PROVIDER_KINDS = Object.keys(FACTS).filter(isProviderKind);

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

export function factsOf(kind: ProviderKind): KindFacts {
  return FACTS[kind];
}
