import { z } from 'zod';

const address = (fallback: string) => z.url({ protocol: /^https?$/ }).default(fallback);
const word = z.string().trim().min(1).max(500).optional();

/** How this installation is registered where people sign in at the provider. */
export const registrationSettings = {
  ATELIER_MICROSOFT_CLIENT_ID: word,
  ATELIER_MICROSOFT_CLIENT_SECRET: word,
  ATELIER_MICROSOFT_TENANT: z
    .string()
    .regex(/^[\w.-]+$/, 'must be common, organizations, consumers, or the id or domain of one organisation')
    .default('common'),
  ATELIER_MICROSOFT_AUTHORITY: address('https://login.microsoftonline.com'),
  ATELIER_MICROSOFT_GRAPH: address('https://graph.microsoft.com/v1.0'),
  ATELIER_GOOGLE_CLIENT_ID: word,
  ATELIER_GOOGLE_CLIENT_SECRET: word,
  ATELIER_GOOGLE_AUTHORITY: address('https://accounts.google.com'),
  ATELIER_GOOGLE_TOKEN: address('https://oauth2.googleapis.com/token'),
  ATELIER_GOOGLE_API: address('https://www.googleapis.com/calendar/v3'),
  ATELIER_GOOGLE_IMAP: z.url({ protocol: /^imaps?$/ }).default('imaps://imap.gmail.com:993'),
  ATELIER_GOOGLE_SMTP: z.url({ protocol: /^smtps?$/ }).default('smtps://smtp.gmail.com:465'),
};

const settings = z.object(registrationSettings);

export interface Registration {
  readonly clientId: string;
  /** Null: registered as a program on somebody's own machine. */
  readonly clientSecret: string | null;
}

/** Null where nothing is registered. Addresses are those of the providers unless somebody has set others. */
export interface Registrations {
  readonly microsoft: (Registration & { readonly authority: string; readonly tenant: string }) | null;
  readonly google: (Registration & { readonly authority: string; readonly token: string }) | null;
  /** Where calendars are read and written. */
  readonly graphApi: string;
  readonly googleApi: string;
  /** Where Google's mail is read and sent. */
  readonly googleImap: string;
  readonly googleSmtp: string;
}

export function registrationsOf(given: z.output<typeof settings>): Registrations {
  const microsoft = registration(given.ATELIER_MICROSOFT_CLIENT_ID, given.ATELIER_MICROSOFT_CLIENT_SECRET);
  const google = registration(given.ATELIER_GOOGLE_CLIENT_ID, given.ATELIER_GOOGLE_CLIENT_SECRET);
  const { ATELIER_MICROSOFT_AUTHORITY: authority, ATELIER_MICROSOFT_TENANT: tenant } = given;
  return {
    microsoft: microsoft && { ...microsoft, authority, tenant },
    google: google && {
      ...google,
      authority: given.ATELIER_GOOGLE_AUTHORITY,
      token: given.ATELIER_GOOGLE_TOKEN,
    },
    graphApi: given.ATELIER_MICROSOFT_GRAPH,
    googleApi: given.ATELIER_GOOGLE_API,
    googleImap: given.ATELIER_GOOGLE_IMAP,
    googleSmtp: given.ATELIER_GOOGLE_SMTP,
  };
}

function registration(clientId: string | undefined, secret: string | undefined): Registration | null {
  return clientId === undefined ? null : { clientId, clientSecret: secret ?? null };
}
