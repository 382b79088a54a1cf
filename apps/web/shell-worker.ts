import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** Files of other pages, and alphabets that nobody needs who reads one of our languages. */
const NOT_KEPT = /^embed\.js$|-(?:cyrillic|greek|vietnamese)[\w-]*\.woff2$/;

interface ShellWorker {
  /** Where its source is. */
  readonly worker: string;
  /** The folder of files that are served as they are. */
  readonly still: string;
}

/**
 * Builds the service worker beside the studio's app, and tells it which files that is made of; those of the booking page
 * alone are not among them. It is built by itself: a worker shares no file with a page.
 */
export function shellWorker({ worker, still }: ShellWorker): Plugin {
  return {
    name: 'shell-worker',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('the app has no page');
      const names = readdirSync(still).filter((name) => !NOT_KEPT.test(name));
      const built = [...filesOf(String(page.source), bundle)]
        .filter((name) => !NOT_KEPT.test(name))
        .toSorted();
      const hash = createHash('sha256').update(page.source).update(built.join());
      for (const name of names) hash.update(readFileSync(join(still, name)));
      const files = ['/', ...[...names, ...built].map((name) => `/${name}`)];
      const shell = { version: hash.digest('hex').slice(0, 12), files };
      this.emitFile({ type: 'asset', fileName: 'sw.js', source: await codeOf(worker, shell) });
    },
  };
}

async function codeOf(worker: string, shell: object): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __SHELL__: JSON.stringify(shell) },
    build: { write: false, target: 'es2023', rolldownOptions: { input: worker } },
  });
  const [result] = [built].flat();
  if (!result || !('output' in result)) throw new Error('the worker was not built');
  return result.output[0].code;
}

/** Whatever the page loads, and whatever it may load later. */
function filesOf(page: string, bundle: Bundle): ReadonlySet<string> {
  const found = new Set<string>();
  const follow = (name: string) => {
    const one = bundle[name];
    if (!one || found.has(name)) return;
    found.add(name);
    if (one.type !== 'chunk') return;
    for (const next of [...one.imports, ...one.dynamicImports]) follow(next);
    const { importedCss, importedAssets } = one.viteMetadata ?? {};
    for (const next of [...(importedCss ?? []), ...(importedAssets ?? [])]) found.add(next);
  };
  for (const [, name = ''] of page.matchAll(/"\/(assets\/[^"]+)"/g)) follow(name);
  return found;
}
