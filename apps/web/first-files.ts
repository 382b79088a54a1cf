import { createHash } from 'node:crypto';
import { build, type Plugin, type Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

interface FirstFiles {
  /** The script that has them fetched. */
  readonly script: string;
  /** What each address begins with, by the end of its source's name. */
  readonly pages: Readonly<Record<string, string>>;
  /** By language: the words that every page says, and those that come later in the agenda. */
  readonly words: Readonly<Record<'first' | 'rest', Readonly<Record<string, string>>>>;
}

/**
 * Tells the browser in the head of the page which files its address needs. Otherwise it learns of them when the first
 * script has been fetched, read and run, and then of each file from the one before.
 */
export function firstFiles({ script, pages, words }: FirstFiles): Plugin {
  return {
    name: 'first-files',
    apply: 'build',
    enforce: 'post',
    async generateBundle(_options, bundle) {
      const page = bundle['index.html'];
      if (page?.type !== 'asset') throw new Error('the app has no page');
      const html = String(page.source);
      const here = new Set([...html.matchAll(/"\/(assets\/[^"]+)"/g)].map(([, name = '']) => name));
      const filesOf = (sources: Readonly<Record<string, string>>) =>
        Object.fromEntries(
          Object.entries(sources).map(([name, source]) => [name, neededBy(source, bundle, here)]),
        );
      const code = await codeOf(script, {
        pages: filesOf(pages),
        first: filesOf(words.first),
        rest: filesOf(words.rest),
      });
      const fileName = `assets/ahead-${createHash('sha256').update(code).digest('hex').slice(0, 8)}.js`;
      this.emitFile({ type: 'asset', fileName, source: code });
      page.source = html.replace(/<script type="module"/, `<script src="/${fileName}"></script>\n    $&`);
    },
  };
}

/** Those that the page does not begin with anyway; the first ones to be fetched are the largest. */
function neededBy(source: string, bundle: Bundle, here: ReadonlySet<string>): readonly string[] {
  const found = new Map<string, number>();
  const follow = (name: string) => {
    const chunk = bundle[name];
    if (chunk?.type !== 'chunk' || found.has(name) || here.has(name)) return;
    found.set(name, chunk.code.length);
    for (const css of chunk.viteMetadata?.importedCss ?? []) if (!here.has(css)) found.set(css, Infinity);
    for (const next of chunk.imports) follow(next);
  };
  for (const chunk of Object.values(bundle))
    if (chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith(source)) follow(chunk.fileName);
  if (found.size === 0) throw new Error(`nothing was built of ${source}`);
  return [...found].toSorted(([, a], [, b]) => b - a).map(([name]) => name);
}

async function codeOf(script: string, files: object): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    define: { __FILES__: JSON.stringify(files) },
    build: {
      write: false,
      target: 'es2023',
      modulePreload: { polyfill: false },
      rolldownOptions: { input: script, output: { format: 'iife' } },
    },
  });
  const [result] = [built].flat();
  if (!result || !('output' in result)) throw new Error('the script ahead of the page was not built');
  return result.output[0].code;
}
