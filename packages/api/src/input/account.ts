import { factsOf, PASSWORD_KINDS } from '@atelier/providers/kinds';
import { z } from 'zod';

/** Where a page is open, as its browser sees it. */
export const origin = z.url({ protocol: /^https?$/ }).max(300);

export const accountAddress = z.string().trim().min(1).max(2000);

const account = z.object({
  kind: z.enum(PASSWORD_KINDS),
  url: accountAddress,
  username: z.string().trim().max(320),
  password: z.string().max(1000),
});

/** Where an account lives and who signs in there. Shared by the form in the browser and the server. */
export const accountInput = account.superRefine(signsIn);

/** An address that is a secret itself needs nobody's name. */
function signsIn({ kind, username, password }: z.infer<typeof account>, context: z.RefinementCtx): void {
  if (factsOf(kind).signIn.username === 'none') return;
  for (const [name, value] of Object.entries({ username, password })) {
    if (value === '') context.addIssue({ code: 'custom', path: [name], message: 'is missing' });
  }
}

/** Hrefs of the calendars to keep in step. */
export const selection = z.union([z.enum(['all', 'none']), z.array(z.string().max(4000)).max(1000)]);

export const connectInput = accountInput.safeExtend({
  name: z.string().trim().max(100).optional(),
  select: selection,
});

export const renewInput = z.object({ connectionId: z.uuid(), password: z.string().min(1).max(2000) });

/** Whether the provider of an account is to tell of changes. */
export const setHintsInput = z.object({ connectionId: z.uuid(), wanted: z.boolean() });
