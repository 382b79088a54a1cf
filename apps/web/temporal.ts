import { fileURLToPath } from 'node:url';
import type { Plugin } from 'vite';

const own = fileURLToPath(new URL('src/temporal/native-temporal.ts', import.meta.url));
/** The polyfill as a script of its own: what shared a file with the pages would be loaded with them. */
const script = fileURLToPath(new URL('global.js', import.meta.resolve('temporal-polyfill')));

/**
 * `Temporal` is the browser's own, and the polyfill is a file that only browsers without one fetch. FullCalendar imports
 * functions that choose, each by itself, between the browser's and the polyfill's: they are told which.
 */
export function nativeTemporal(): Plugin {
  return {
    name: 'native-temporal',
    apply: 'build',
    enforce: 'pre',
    resolveId(id) {
      if (id === 'temporal-polyfill') return own;
      return id === 'virtual:temporal-script' ? `${script}?url` : undefined;
    },
    transform: {
      filter: { id: /temporal-polyfill\/(?:fns\/\w+|chunks\/funcApi-native)\.js$/ },
      handler: (code) => chosen(code),
    },
  };
}

function chosen(code: string): string {
  const native = code
    .replaceAll(/\bNativeTemporal \? ([\w$]+) : [\w$]+/g, '$1')
    // Asked when it is needed: the polyfill may have been put there meanwhile.
    .replace(/^import \{ NativeTemporal \} from "[^"]+";/m, 'const NativeTemporal = globalThis.Temporal;');
  if (/NativeTemporal \?/.test(native))
    throw new Error('the functions of temporal-polyfill choose in another way');
  return native;
}
