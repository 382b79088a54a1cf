import type { Role } from '@atelier/usecases/actor';
import type { MadeLink } from '@atelier/usecases/people/links/person-link';

export type NamedRole = Lowercase<Role>;

export const ROLES: readonly NamedRole[] = ['admin', 'staff', 'artist'];

export function sayLink({ url, expiresAt, mailed }: MadeLink): string {
  const how = mailed ? 'It goes to them by mail, too.' : 'Hand it over yourself: no mail is sent.';
  return `Their link, shown this once, opens once until ${expiresAt.toISOString()}:\n${url}\n${how}`;
}
