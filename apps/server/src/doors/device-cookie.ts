import type { Config } from '@atelier/runtime/config/config';
import type { Request } from 'express';

const NAME = 'atelier_device';
/** The longest that browsers keep one (RFC 6265bis 5.5). */
const LASTS_SECONDS = 400 * 86_400;

/** A mark by which a browser is known again where somebody signs in; sent nowhere else. */
export function deviceCookie(mark: string, { publicUrl }: Pick<Config, 'publicUrl'>): string {
  const secure = publicUrl?.startsWith('https:') ? '; Secure' : '';
  return `${NAME}=${mark}; Path=/api/auth; HttpOnly; SameSite=Strict; Max-Age=${LASTS_SECONDS}${secure}`;
}

export function deviceOf({ headers }: Request): string | null {
  const pairs = (headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${NAME}=`))?.slice(NAME.length + 1) ?? null;
}
