/**
 * How somebody signs in on a page of their own server, which then makes an app password for us (Nextcloud's Login
 * Flow v2). All of it throws ProviderFailure.
 */
export interface LoginFlow {
  /** @param address as it was typed. The page is on that very host, or this is refused. */
  begin(address: string): Promise<LoginPage>;
  /** Null while nobody has agreed. Gives the password once: afterwards the server knows nothing of it. */
  ask(poll: LoginPoll): Promise<IssuedLogin | null>;
  /** Has the server forget the password. */
  giveBack(login: IssuedLogin): Promise<void>;
}

export interface LoginPage {
  /** Where to send the person. */
  readonly page: string;
  readonly poll: LoginPoll;
}

/** What the server is asked with; whoever has it gets the password. */
export interface LoginPoll {
  /** Of the server, as it answers. */
  readonly address: string;
  readonly endpoint: string;
  readonly token: string;
}

export interface IssuedLogin {
  readonly address: string;
  readonly username: string;
  readonly password: string;
}

/** The server forgets a page that nobody has agreed on after so long. */
export const LOGIN_PAGE_LASTS = { minutes: 20 };
