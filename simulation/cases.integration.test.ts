import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const CASES = 58;
const QUOTES = ["'", '"', '`'];
const root = new URL('../', import.meta.url);

interface Row {
  readonly number: number;
  readonly proofs: readonly { readonly file: string; readonly title: string }[];
}

/** The rows of the table in docs/cases.md: `| 7 | what happens | `file`: “title”, “title”<br>... |`. */
async function rows(): Promise<readonly Row[]> {
  const text = await readFile(new URL('docs/cases.md', root), 'utf8');
  return [...text.matchAll(/^\| *(\d+) *\|[^|]*\|(.*)\|$/gm)].map(([, number, proved = '']) => ({
    number: Number(number),
    proofs: [...proved.matchAll(/`([^`]+)`: ((?:“[^”]+”(?:, )?)+)/g)].flatMap(([, file = '', titles = '']) =>
      [...titles.matchAll(/“([^”]+)”/g)].map(([, title = '']) => ({ file, title })),
    ),
  }));
}

it('each of the cases is listed once, in order, with proofs', async () => {
  const listed = await rows();
  expect(listed.map(({ number }) => number)).toEqual(Array.from({ length: CASES }, (_, n) => n + 1));
  expect(listed.filter(({ proofs }) => proofs.length === 0)).toEqual([]);
});

it('every proof is there, and bears the number of its case', async () => {
  const wrong: string[] = [];
  for (const { number, proofs } of await rows()) {
    for (const { file, title } of proofs) {
      const source = await readFile(fileURLToPath(new URL(file, root)), 'utf8').catch(() => '');
      if (!QUOTES.some((quote) => source.includes(`${quote}${title}${quote}`)))
        wrong.push(`case ${number}: ${file} has no “${title}”`);
      if (!numbersIn(title).has(number)) wrong.push(`case ${number}: “${title}” bears another number`);
    }
  }
  expect(wrong).toEqual([]);
});

/** `S12 case 6 8: ...` and `case 52 case 58: ...` bear two numbers. */
function numbersIn(title: string): ReadonlySet<number> {
  return new Set(
    [...title.matchAll(/case((?: \d+)+)/g)].flatMap(([, numbers = '']) =>
      numbers.trim().split(' ').map(Number),
    ),
  );
}
