import type { Library } from './library.ts';

/** What a browser's authenticator answers (WebAuthn Level 3, 5.1); the library checks all of it. */
export type AuthenticatorAnswer = Readonly<Record<string, unknown>>;

type AuthenticationAnswer = NonNullable<
  Parameters<Library['api']['verifyPasskeyAuthentication']>[0]
>['body']['response'];

export interface PasskeyDoor {
  /** What an authenticator is asked to make; a cookie remembers the challenge for five minutes. */
  addOptions(headers: Headers): Promise<Response>;
  /** Keeps what it made, for whoever is signed in. */
  add(
    input: { readonly answer: AuthenticatorAnswer; readonly name: string },
    headers: Headers,
  ): Promise<Response>;
  /** What an authenticator is asked to sign, for anybody. */
  signInOptions(headers: Headers): Promise<Response>;
  /** Opens a session; the answer carries its cookie. */
  signIn(answer: AuthenticatorAnswer, headers: Headers): Promise<Response>;
}

export function createPasskeyDoor({ api }: Library): PasskeyDoor {
  return {
    addOptions: (headers) => api.generatePasskeyRegistrationOptions({ headers, asResponse: true }),
    add: ({ answer, name }, headers) =>
      api.verifyPasskeyRegistration({ body: { response: answer, name }, headers, asResponse: true }),
    async signInOptions(headers) {
      const options = await api.generatePasskeyAuthenticationOptions({ headers, asResponse: true });
      const asked = (await options.json()) as object;
      // The device says who holds it, or the answer is not taken: see the library's settings.
      return Response.json({ ...asked, userVerification: 'required' }, options);
    },
    signIn: (answer, headers) => {
      const response = answer as unknown as AuthenticationAnswer;
      return api.verifyPasskeyAuthentication({ body: { response }, headers, asResponse: true });
    },
  };
}
