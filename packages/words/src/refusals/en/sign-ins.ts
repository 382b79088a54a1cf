import { says } from '../../sentence.ts';
import type { Told } from '../../words.ts';

type Provider = Told<'provider'>;

/** Signing in at a provider’s own page. */
export const signIns = {
  'sign-in-unregistered': ({ provider }: Provider) =>
    says(
      `This Atelier is not registered at ${provider} yet, so nobody can sign in there.`,
      'Whoever runs Atelier finds the steps on the page Connections, under “Connect an account”, and in the operator guide.',
    ),
  'sign-in-unknown': () =>
    says(
      'This sign-in is not known here: it is too old, was answered before, or was begun in another browser.',
      'Begin it again. Nothing was connected.',
    ),
  'sign-in-denied': ({ provider }: Provider) =>
    says(
      `Nothing was agreed to at ${provider}, so nothing was changed here.`,
      'Sign in again if it was a mistake.',
    ),
  'sign-in-needs-admin': ({ provider }: Provider) =>
    says(
      `The organisation of this account lets an application in only when one of its admins agrees at ${provider}.`,
      'Ask them to agree to Atelier for the organisation; then sign in again.',
    ),
  'sign-in-spent': ({ provider }: Provider) =>
    says(
      `${provider} does not take this answer: it was used before, or took too long.`,
      'Sign in again. If it happens each time, look at the clock of the machine that Atelier runs on.',
    ),
  'sign-in-rights-missing': ({ provider }: Provider) =>
    says(
      `At ${provider} the calendars were left unticked, so Atelier may not see them.`,
      'Sign in again, and tick everything about calendars.',
    ),
  'sign-in-not-lasting': ({ provider }: Provider) =>
    says(
      `${provider} let Atelier in for this hour only, so the calendars could not be kept in step.`,
      'Take the rights of Atelier back in the account at the provider; then sign in again.',
    ),
  'sign-in-registration': ({ provider }: Provider) =>
    says(
      `${provider} does not accept how this Atelier is registered there. Nothing was changed here.`,
      'Whoever runs Atelier has to compare the registration with the steps of the operator guide: its secret may have expired, or this address is not among its redirect addresses.',
    ),
  'login-ended': () =>
    says(
      'Nobody agreed on the sign-in page within 20 minutes, so it has ended. Nothing was changed.',
      'Begin again; the page of your Nextcloud asks you to grant access.',
    ),
  'sign-in-other-account': ({ name, other }: Told<'name' | 'other'>) =>
    says(
      `“${name}” is another account than ${other}, who has just signed in. Nothing was changed.`,
      'Sign in as before; to add the other account, connect it as a new one.',
    ),
};
