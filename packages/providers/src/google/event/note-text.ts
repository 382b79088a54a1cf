import { htmlText } from '@atelier/mail/html/html-text';

/** Google shows a note as HTML wherever it looks like it. */
export function isHtml(note: string): boolean {
  return /<\/?[a-z][^<>]*>|&(?:[a-z]{2,8}|#\d{1,6});/i.test(note);
}

/** What a person reads; line breaks count besides the markup, as they do at Google. */
export function readable(note: string): string {
  if (!isHtml(note)) return note.replace(/\r\n?/g, '\n').trimEnd();
  return htmlText(flat(note.slice(0, MOST)).replace(/\r\n?|\n/g, '<br>'))
    .replaceAll('\u00A0', ' ')
    .trimEnd();
}

/** To read tags within tags within tags takes as long as there are of them, squared; nobody writes so many. */
function flat(html: string): string {
  const opened = html.match(/<[a-z]/gi)?.length ?? 0;
  return opened <= MOST_TAGS ? html : html.replace(/<(?!br\b)[^<>]*>/gi, '');
}

const MOST_TAGS = 500;

/** Google takes some eight thousand characters; whoever sends more has no note. */
const MOST = 100_000;

/** A text that a person wrote, as it has to be written so that it reads the same. */
export function noteOf(text: string): string {
  if (!isHtml(text)) return text;
  const safe = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return safe.replaceAll('\n', '<br>');
}
