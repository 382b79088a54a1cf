import type { Told } from '../../../words.ts';

type Provider = Told<'provider'>;

/** Accounts that people sign in to on the provider’s own page. */
export const signIns = {
  lead: ({ provider }: Provider) =>
    `You go to ${provider}, sign in there and agree. Atelier never sees the password. Then you come back and choose the calendars.`,
  asks: 'Atelier asks for this, and for nothing else:',
  rights: {
    calendars: 'See and change calendars',
    mail: 'Read, sort and send mail',
    shared: 'See and change calendars that others share with this account',
    who: 'Know whose account it is: name and mail address',
    lasting: 'Keep the calendars in step while nobody is here',
  },
  go: ({ provider }: Provider) => `Sign in with ${provider}`,
  again: ({ provider }: Provider) => `Sign in with ${provider} again`,
  againOf: ({ provider, name }: Told<'provider' | 'name'>) => `Sign in with ${provider} again: ${name}`,
  looking: 'Looking for the calendars of the account …',
  signedInAs: ({ name }: Told<'name'>) => `Signed in as ${name}.`,
  renewed: ({ name }: Told<'name'>) => `${name} goes on. Catching up now.`,
  failedTitle: 'The account was not connected',
  tryAgain: 'Start again',
  endedTitle: ({ provider }: Provider) => `The sign-in with ${provider} has ended`,
  endedHint:
    'Nothing more is asked of the provider. What is changed here meanwhile is kept, and goes out after the new sign-in.',
  granted: ({ rights }: Told<'rights'>) => `Rights at the provider: ${rights}`,
  removedGivenBack: ({ name, provider }: Told<'name' | 'provider'>) =>
    `${name} was removed, and its rights were given back to ${provider}.`,
  removedByHand: ({ name, provider }: Told<'name' | 'provider'>) =>
    `${name} was removed and its sign-in forgotten. To take the rights back at ${provider} too, open its page of applications.`,
  rightsPage: 'Open the page',
  register: {
    title: ({ provider }: Provider) => `This Atelier is not registered at ${provider} yet`,
    lead: 'Whoever runs Atelier does it once; it takes about ten minutes. Afterwards everybody at the studio can sign in.',
    atTerminal:
      'The address to paste is shown on the page Connections; for the command line it is this machine.',
    redirect: 'Redirect address, exactly like this',
    microsoft: [
      'Open entra.microsoft.com, “App registrations”, “New registration”. Choose accounts in any organisation and personal Microsoft accounts.',
      'Under “Redirect URI” choose “Web” and paste the address below. For the command line add http://localhost as well.',
      'Under “API permissions” add of Microsoft Graph, delegated: Calendars.ReadWrite, Calendars.ReadWrite.Shared, User.Read, offline_access, openid and profile; for mailboxes also Mail.ReadWrite and Mail.Send.',
      'Under “Certificates & secrets” make a client secret, and note when it ends: it has to be renewed before.',
      'Set ATELIER_MICROSOFT_CLIENT_ID (the application’s id) and ATELIER_MICROSOFT_CLIENT_SECRET (the secret’s value), and start Atelier again.',
    ],
    google: [
      'Open console.cloud.google.com, make a project, and switch on the “Google Calendar API” in it.',
      'Under “Google Auth Platform” choose the audience: “Internal” with Google Workspace; otherwise “External”, and publish it: while it is in testing, every sign-in ends after seven days.',
      'Under “Data access” add the scopes calendar.events and calendar.calendarlist.readonly; for mailboxes also https://mail.google.com/ (Google then wants a review of an “External” application, unless few people use it).',
      'Under “Clients” make one of the type “Web application” and paste the address below. Google takes https:// with a public name, or localhost; elsewhere make a “Desktop app” and connect with the command line.',
      'Set ATELIER_GOOGLE_CLIENT_ID and ATELIER_GOOGLE_CLIENT_SECRET, and start Atelier again.',
    ],
  },
};

/** Accounts that people sign in to on the page of their own Nextcloud. */
export const loginFlow = {
  lead: 'The page of your Nextcloud opens in a new tab. Sign in there and grant access: it makes an app password for Atelier alone, and Atelier never sees yours.',
  go: 'Sign in at your Nextcloud',
  byHand: 'Use an app password instead',
  waiting: 'Waiting for your Nextcloud',
  waitingHint:
    'Sign in and grant access on the page that has opened, and come back here. It can be done within 20 minutes.',
  reopen: 'Open the page again',
  askAgain: 'Ask again',
  removedGivenBack: ({ name }: Told<'name'>) =>
    `${name} was removed, and its app password was taken back at the Nextcloud.`,
  removedByHand: ({ name }: Told<'name'>) =>
    `${name} was removed. Its app password could not be taken back: remove “Atelier” in the Nextcloud under Settings → Security → Devices & sessions.`,
};
