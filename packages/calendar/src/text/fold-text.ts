/** Letters that Unicode does not take apart, though nobody types them who searches. In small letters. */
const LETTERS: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd' };
const APART = /[œæßøłđ]/g;
/** Most texts are: they need no more than small letters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII begins with them
const ASCII = /^[\0-\x7f]*$/;

/** As two texts are compared that mean the same to whoever searches: without accents, in small letters. */
export function foldText(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(APART, (letter) => LETTERS[letter] ?? letter);
}

/** From the first letter to behind the last one. */
export interface TextSpan {
  readonly from: number;
  readonly to: number;
}

/** Where a text holds any of these words, folded alike; in order, and none within another. */
export function spansOf(text: string, words: readonly string[]): readonly TextSpan[] {
  const { folded, places } = foldedPlaces(text);
  const spans = words.flatMap((word) => placesOf(folded, foldText(word)));
  const found = spans.map(({ from, to }) => ({ from: places[from] ?? 0, to: places[to] ?? text.length }));
  return joined(found.sort((a, b) => a.from - b.from));
}

/** Folded letter by letter, with the place in the text where each letter comes from; the end is the last of them. */
function foldedPlaces(text: string) {
  let folded = '';
  const places: number[] = [];
  let place = 0;
  for (const letter of text) {
    const small = foldText(letter);
    folded += small;
    for (let n = 0; n < small.length; n += 1) places.push(place);
    place += letter.length;
  }
  return { folded, places: [...places, text.length] };
}

function placesOf(folded: string, word: string): readonly TextSpan[] {
  if (word === '') return [];
  const found: TextSpan[] = [];
  for (let from = folded.indexOf(word); from >= 0; from = folded.indexOf(word, from + word.length))
    found.push({ from, to: from + word.length });
  return found;
}

function joined(spans: readonly TextSpan[]): readonly TextSpan[] {
  return spans.reduce<TextSpan[]>((done, span) => {
    const last = done.at(-1);
    if (!last || span.from > last.to) return [...done, span];
    return [...done.slice(0, -1), { from: last.from, to: Math.max(last.to, span.to) }];
  }, []);
}
