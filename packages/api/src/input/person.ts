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

const widgetIds = z.array(z.string().regex(/^[a-z-]{1,40}$/)).max(40);

export const arrangementInput = z.object({ order: widgetIds, hidden: widgetIds });
