import type { Context } from '../context.ts';
import { readStudio } from '../studio/read-studio.ts';

/** The public address, without a slash, at which providers can tell of changes; null while nobody has told one. */
export async function hookBase({
  database,
  given,
}: Pick<Context, 'database' | 'given'>): Promise<string | null> {
  if (given.hookUrl !== null) return withoutSlash(given.hookUrl);
  const { url } = await readStudio(database, { given });
  return url === given.here ? null : withoutSlash(url);
}

const withoutSlash = (url: string) => url.replace(/\/+$/, '');
