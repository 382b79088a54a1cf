/** Which of the public pages an address means. */
export type Place =
  | { readonly page: 'book'; readonly artist: string | null }
  | { readonly page: 'booking'; readonly token: string }
  | { readonly page: 'idea' }
  | { readonly page: 'inquiry'; readonly token: string }
  | { readonly page: 'lost' };

export function placeOf(path: string): Place {
  const [first, second, third] = path.split('/').filter(Boolean).map(decoded);
  if (third !== undefined) return { page: 'lost' };
  if (first === 'book') return { page: 'book', artist: second ?? null };
  if (first === 'booking' && second) return { page: 'booking', token: second };
  if (first === 'idea') return second ? { page: 'inquiry', token: second } : { page: 'idea' };
  return { page: 'lost' };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
