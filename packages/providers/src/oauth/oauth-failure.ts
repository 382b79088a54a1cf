import { ProviderFailure } from '../port/failure.ts';

/** The account stops until the person signs in again. @param name of the provider */
export function signedOut(name: string): ProviderFailure {
  return new ProviderFailure(
    'signed-out',
    `The sign-in with ${name} has ended: it was taken back, has expired, or a rule of the organisation ended it.`,
    `Sign in with ${name} again. What was changed here meanwhile is kept and goes out afterwards.`,
  );
}

/** Not the person's fault, and mended without them: the sign-in stays as it is. */
export function notRegistered(name: string, error: string): ProviderFailure {
  return new ProviderFailure(
    'registration',
    `${name} does not accept how this Atelier is registered there (${error}).`,
    `Whoever runs Atelier has to look at the registration at ${name}: its secret may have expired. Then it goes on by itself.`,
  );
}

export function notAnAuthority(name: string): ProviderFailure {
  return new ProviderFailure(
    'malformed',
    `The sign-in service of ${name} gave an answer that cannot be understood.`,
    'It will be tried again by itself.',
  );
}
