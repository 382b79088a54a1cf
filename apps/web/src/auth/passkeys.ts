import type { startAuthentication, startRegistration } from '@simplewebauthn/browser';
import { askDoor } from './credentials.ts';

type Asked = Parameters<typeof startAuthentication>[0]['optionsJSON'];
type Wished = Parameters<typeof startRegistration>[0]['optionsJSON'];

/** Whether this browser knows them; on plain http elsewhere than on this machine none does. */
export const passkeysWork = (): boolean => 'PublicKeyCredential' in window;

/** @throws DoorRefusal, or what the browser throws when its owner says no */
export async function signInByPasskey(language: string): Promise<void> {
  const optionsJSON = (await askDoor('passkey/options', {}, language)) as Asked;
  const { startAuthentication: ask } = await import('@simplewebauthn/browser');
  await askDoor('passkey/sign-in', { answer: await ask({ optionsJSON }) }, language);
}

interface NewPasskey {
  readonly password: string;
  readonly name: string;
}

/** @throws as above */
export async function addPasskey({ password, name }: NewPasskey, language: string): Promise<void> {
  const optionsJSON = (await askDoor('passkey/add-options', { password }, language)) as Wished;
  const { startRegistration: make } = await import('@simplewebauthn/browser');
  await askDoor('passkey/add', { answer: await make({ optionsJSON }), name }, language);
}

/** The person has closed the browser's question, or let it run out: nothing to complain about. */
export const wasClosed = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'NotAllowedError' || error.name === 'AbortError');
