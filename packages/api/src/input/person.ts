import { z } from 'zod';

const role = z.enum(['ADMIN', 'STAFF', 'ARTIST']);
const password = z.string().min(10).max(128);
const language = z.enum(['en', 'fr']);

/** How somebody is called. */
export const nameInput = z.object({ name: z.string().trim().min(1).max(200) });

export const addUserInput = z.object({
  email: z.email().max(254),
  name: z.string().trim().min(1).max(200),
  role,
  password,
});

export const inviteInput = addUserInput.omit({ password: true }).extend({ language: language.optional() });

/** Ids are texts here: the sign-in library makes some. */
export const personInput = z.object({ id: z.string().min(1).max(100) });
export const setRoleInput = personInput.extend({ role });
export const removePersonInput = personInput.extend({ to: z.string().min(1).max(100).nullable() });
export const changePasswordInput = z.object({ current: z.string().min(1).max(128), next: password });

const token = z.string().min(1).max(100);
export const personLinkInput = z.object({ token });
export const acceptLinkInput = z.object({
  token,
  name: z.string().trim().min(1).max(200),
  password,
  language: language.optional(),
});

export const speakInput = z.object({ language: z.enum(['en', 'fr']), chosen: z.boolean() });

export const signInInput = z.object({
  email: z.email().max(254),
  password: z.string().min(1).max(128),
  rememberMe: z.boolean().optional(),
});

export const passwordInput = z.object({ password: z.string().min(1).max(128) });

/** As people type what an app shows as “123 456”. */
const appCode = z
  .string()
  .max(20)
  .transform((typed) => typed.replaceAll(/\s/g, ''))
  .pipe(z.string().regex(/^\d{6}$/));
export const appCodeInput = z.object({ code: appCode });

export const secondStepInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('app'), code: appCode, trust: z.boolean() }),
  z.object({ kind: z.literal('recovery'), code: z.string().trim().min(1).max(40), trust: z.boolean() }),
]);

const passkeyName = z.string().trim().min(1).max(100);
export const passkeyNameInput = personInput.extend({ name: passkeyName });
/** What a browser's authenticator answers (WebAuthn Level 3, 5.1); the sign-in library reads it. */
const authenticatorAnswer = z.looseObject({ id: z.string().min(1).max(2_000) });
export const addPasskeyInput = z.object({ answer: authenticatorAnswer, name: passkeyName });
export const passkeyInput = z.object({ answer: authenticatorAnswer });

const widgetIds = z.array(z.string().regex(/^[a-z-]{1,40}$/)).max(40);

export const arrangementInput = z.object({ order: widgetIds, hidden: widgetIds });

const key = (letters: number) =>
  z
    .string()
    .regex(/^[\w-]+={0,2}$/)
    .min(letters)
    .max(letters + 4);

/** What a browser's push service has given it (RFC 8030, 8291), and what it wants to be told of. */
export const deviceInput = z.object({
  endpoint: z.url({ protocol: /^https$/ }).max(1_000),
  p256dh: key(87),
  auth: key(22),
  name: z.string().trim().min(1).max(100),
  kinds: z.array(z.enum(['request', 'reminder', 'trouble'])).max(3),
  details: z.boolean(),
});

export const deviceIdInput = z.object({ id: z.uuid() });
export const testDeviceInput = deviceIdInput.extend({ language: z.enum(['en', 'fr']) });
export const endpointInput = z.object({ endpoint: z.string().min(1).max(1_000) });
