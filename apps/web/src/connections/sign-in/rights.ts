import type { StudioWords } from '@atelier/words/studio/en';

export type Right = keyof StudioWords['signIns']['rights'];

/** What scopes mean to people; what they do not name is none of ours. */
export function rightsOf(scopes: readonly string[]): readonly Right[] {
  const has = (pattern: RegExp) => scopes.some((scope) => pattern.test(scope));
  const rights: readonly (readonly [Right, boolean])[] = [
    ['calendars', has(/calendar(?!s\.ReadWrite\.Shared)/i)],
    ['mail', has(/mail\.google\.com|Mail\.ReadWrite|Mail\.Send/i)],
    ['shared', has(/Calendars\.ReadWrite\.Shared/i)],
    ['who', has(/^(?:openid|profile|email|User\.Read)$/i)],
  ];
  return rights.flatMap(([right, granted]) => (granted ? [right] : []));
}
