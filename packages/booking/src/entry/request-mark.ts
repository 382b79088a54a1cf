import { editDistance } from './edit-distance.ts';

/** Stands before the title of a booking in the artist's calendar until it is confirmed. */
export const REQUEST_PREFIX = 'REQUEST: ';

/** What a title says of its booking. `unclear`: neither left as it was nor plainly confirmed. */
export type TitleMark = 'request' | 'confirmed' | 'unclear';

// "Request" as artists may type it anew in their own language, without accents.
const REQUEST_WORDS = new Set(
  (
    'request requested req rqst anfrage terminanfrage buchungsanfrage demande requete richiesta solicitud peticion ' +
    'pedido solicitacao aanvraag verzoek foresporsel forfragan forfragning prosba zapytanie zadost poptavka ' +
    'kereles cerere aitima zahtjev zahteva talep istek запрос заявка запит リクエスト 請求 请求'
  ).split(' '),
);
// Whoever writes one of these instead does not confirm.
const DOUBTS = new Set(
  (
    'declined decline denied rejected refused cancelled canceled cancel no nope not maybe pending hold waiting ' +
    'tentative option tbc tbd nein abgelehnt absage abgesagt storniert vielleicht offen warte non refuse annule ' +
    'peut rifiutato annullato forse rechazado cancelado quiza quizas recusado talvez geweigerd geannuleerd nee ' +
    'misschien'
  ).split(' '),
);
const DOUBTFUL_SIGN = /^[^\p{L}\p{N}]*[?？✗✘❌🚫⛔]/u;
const LEADING_WORD = /^[^\p{L}\p{N}]*(\p{L}\p{M}*)+/u;
// A separator behind the first word makes it a mark: `REQUEST -`, `[request]`, `Anfrage：`.
const SEPARATOR = /^\s*[:：;|\-–—\])>!?*/]+\s*/u;
const COLON = /^\s*[:：]/u;
/** Letters that may be wrong in a mark; with a colon behind it there is hardly another word so near. */
const MISTYPED = 2;
const MAX_TITLE = 1_000;
const MAX_MARKS = 3;
// Longer than any mark with what may stand around it.
const LONGEST = 60;

/**
 * What a title says of a booking whose title was `ours`, with its mark, when both sides last agreed. The mark counts
 * in any case, spacing and spelling, translated too; in doubt a request stays one.
 */
export function readMark(title: string, ours: string): TitleMark {
  const plain = folded(title.slice(0, MAX_TITLE));
  const known = folded(withoutMark(ours));
  if (!/[\p{L}\p{N}]/u.test(plain)) return 'unclear';
  if (known !== '' && plain.startsWith(known)) return elsewhere(plain.slice(known.length), known);
  const word = leadingWord(plain);
  if (REQUEST_WORDS.has(word) || withoutMark(plain) !== plain) return 'request';
  if (DOUBTS.has(word) || DOUBTFUL_SIGN.test(plain)) return 'unclear';
  return elsewhere(plain, known);
}

/** The title without the mark before it, in whatever spelling, and without a second one behind that. */
export function withoutMark(title: string): string {
  let bare = title.trim();
  for (let marks = 0; marks < MAX_MARKS; marks++) bare = bare.slice(markLength(bare)).trim();
  return bare;
}

function markLength(title: string): number {
  const head = title.slice(0, LONGEST);
  const start = LEADING_WORD.exec(head)?.[0] ?? '';
  const rest = head.slice(start.length);
  const separator = SEPARATOR.exec(rest);
  if (!separator) return 0;
  const word = leadingWord(folded(head));
  const mistyped = COLON.test(rest) && word.length > 4 && editDistance(word, 'request') <= MISTYPED;
  return REQUEST_WORDS.has(word) || mistyped ? start.length + separator[0].length : 0;
}

function leadingWord(plain: string): string {
  return /^[^\p{L}\p{N}]*(\p{L}+)/u.exec(plain)?.[1] ?? '';
}

/** The mark may have been moved behind something: `Call her! REQUEST: Jane`, `Jane (request)`. */
function elsewhere(text: string, known: string): TitleMark {
  const usual = new Set(known.match(/\p{L}+/gu));
  const words = [...text.matchAll(/\p{L}+/gu)].filter(
    ([word]) => REQUEST_WORDS.has(word) && !usual.has(word),
  );
  if (words.length === 0) return 'confirmed';
  return words.some(({ 0: word, index }) => COLON.test(text.slice(index + word.length)))
    ? 'request'
    : 'unclear';
}

/** Plain lower-case letters; Cyrillic й and Japanese ビ lose their marks, here as in the words above. */
function folded(title: string): string {
  return title.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}
