import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';

/** What a client's phone has to fetch before they can book, and all that may follow while they do. */
const MOST_KB = 150;
/** A reader fetches the words of one. */
const LANGUAGES = ['en', 'fr'];
const dist = new URL('../apps/web/dist/', import.meta.url);

const sizes = new Map<string, number>();
const page = await readFile(new URL('book.html', dist), 'utf8');
await follow(page);
const total = (weightOf(null) + Math.max(...LANGUAGES.map(weightOf))) / 1_000;
console.log(
  `The booking page loads ${total.toFixed(0)} kB of JavaScript (gzip) in the longer of its languages, of at most ${MOST_KB}.`,
);
if (sizes.size === 0 || total > MOST_KB) process.exitCode = 1;

/** Of the words of one language, which are files of their own; null: of all that speaks none. */
function weightOf(language: string | null): number {
  const spoken = (name: string) => LANGUAGES.find((each) => name.split('-').includes(each)) ?? null;
  return [...sizes].reduce((sum, [name, size]) => (spoken(name) === language ? sum + size : sum), 0);
}

/** Every script that this text names, and those that they name in turn. */
async function follow(text: string): Promise<void> {
  for (const [, name = ''] of text.matchAll(/(?:assets|\.)\/([\w-]+\.js)\b/g)) {
    if (sizes.has(name)) continue;
    const script = await readFile(new URL(`assets/${name}`, dist)).catch(() => null);
    if (script === null) continue;
    sizes.set(name, gzipSync(script).length);
    await follow(script.toString());
  }
}
