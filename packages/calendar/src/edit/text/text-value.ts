import { refuse } from './refused.ts';

const MAX_TEXT = 100_000;
const MAX_URL = 2_000;
// Readers in several languages end a line at the Unicode separators too: none may stand in a value as it is.
const LINE_BREAK = /\r\n?|[\x85\u2028\u2029]/g;
const CONTROL = /[\0-\x08\x0B-\x1F\x7F]/;
const URL_SHAPE = /^(?:https?:\/\/|mailto:)[^\s"<>\\^`{|}\0-\x20\x7F-\xA0\u2028\u2029]+$/i;

/** A text as a person types it, its line breaks all alike. */
export function typedText(value: string): string {
  return value.replace(LINE_BREAK, '\n');
}

/** A TEXT value (RFC 5545, 3.3.11): whatever the person types, it can never become another property. */
export function textValue(value: string): string {
  const text = typedText(value);
  if (text.length > MAX_TEXT) refuse('edit-text-long', { most: MAX_TEXT });
  if (CONTROL.test(text) || !text.isWellFormed()) {
    refuse('edit-control-characters');
  }
  return text.replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n');
}

/** A URI value: what opens a page or a letter. */
export function urlValue(value: string): string {
  const url = value.trim();
  if (url.length > MAX_URL || !URL_SHAPE.test(url) || !url.isWellFormed()) {
    refuse('edit-not-web-address');
  }
  return url;
}
