import type { OAuthCredential } from '../port/account.ts';

/** Asks with the account's token. It may end at any moment: the answer to a 401 is a new one, once. */
export async function signedIn<Answer extends { readonly status: number }>(
  credential: OAuthCredential,
  ask: (token: string) => Promise<Answer>,
): Promise<Answer> {
  const token = await credential.accessToken();
  const answer = await ask(token);
  return answer.status === 401 ? ask(await credential.accessToken(token)) : answer;
}
