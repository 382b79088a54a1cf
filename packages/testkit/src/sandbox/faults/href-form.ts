import type { EffectOf } from './effect.ts';

type Form = EffectOf<'href-form'>['form'];

const forms: Readonly<Record<Form, (path: string, origin: string) => string>> = {
  absolute: (path, origin) => origin + path,
  encoded: (path) => eachSegment(path, encodeEverything),
  bare: (path) => eachSegment(path, (segment) => segment.replace(/[%?# ]/g, encodeURIComponent)),
  // sabre's own spelling.
  'lower-hex': (path) =>
    eachSegment(path, encodeURIComponent)
      .replaceAll('%40', '@')
      .replace(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase()),
  'double-slash': (path) => path.replace(/\/(?=[^/]+$)/, '//'),
  // A file system that decomposes letters, as on macOS.
  nfd: (path) => eachSegment(path, (segment) => encodeURIComponent(segment.normalize('NFD'))),
};

/** Another spelling of a percent-encoded path for the same resource. */
export const spellHref = (form: Form, path: string, origin: string): string => forms[form](path, origin);

const eachSegment = (path: string, spell: (decoded: string) => string): string =>
  path
    .split('/')
    .map((segment) => spell(decodeURIComponent(segment)))
    .join('/');

const encodeEverything = (text: string): string =>
  Array.from(
    Buffer.from(text, 'utf8'),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
