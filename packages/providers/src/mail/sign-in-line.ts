import type { Credential } from '../port/account.ts';
import { MailFailure } from '../port/mail/mail-trouble.ts';
import { mailFailure } from './mail-failure.ts';
import { trouble } from './troubles.ts';

/** By what a line signs in: a password, or a token that a provider gave for a sign-in (SASL XOAUTH2). */
export type LineSignIn =
  | { readonly user: string; readonly pass: string }
  | { readonly user: string; readonly accessToken: string };

/**
 * Opens a line with the account's credential. A token that the server refuses is asked for anew, once (P1); after that the
 * sign-in has ended.
 * @param open may be called twice.
 * @throws ProviderFailure
 */
export async function signedInLine<Line>(
  { address, credential }: { readonly address: string; readonly credential: Credential },
  open: (signIn: LineSignIn) => Promise<Line>,
): Promise<Line> {
  if (credential.kind === 'password') {
    const { username: user, password: pass } = credential;
    return open({ user, pass }).catch(failed);
  }
  const token = await credential.accessToken();
  try {
    return await open({ user: address, accessToken: token });
  } catch (error) {
    if (!isRefused(mailFailure(error))) throw mailFailure(error);
  }
  const fresh = await credential.accessToken(token);
  return open({ user: address, accessToken: fresh }).catch((error: unknown) => {
    const failure = mailFailure(error);
    throw isRefused(failure) ? trouble('signed-out') : failure;
  });
}

function failed(error: unknown): never {
  throw mailFailure(error);
}

function isRefused(failure: Error): boolean {
  return failure instanceof MailFailure && failure.trouble === 'password';
}
