import type { ClientForm } from './client-form.ts';

/** Who somebody is, as it is sent: without stray spaces, and without what they have left out. */
export function sentClient({ name, email, phone }: Pick<ClientForm, 'name' | 'email' | 'phone'>) {
  return {
    name: name.trim(),
    email: email.trim(),
    ...(phone.trim() ? { phone: phone.trim() } : {}),
  };
}
