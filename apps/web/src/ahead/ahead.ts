import { languageOf } from '@atelier/words/language';
import { PHONE } from '../agenda/agenda-search.ts';
import { storedLanguage } from '../language/stored-language.ts';
import { browserZone } from '../time/zone-name.ts';
import { addressesOf, shownFirst } from './first-questions.ts';
import './asked-ahead.ts';

type Files = Readonly<Record<string, readonly string[]>>;

/** Written in when the pages are built: the files of each page, by its address, and of the words of each language. */
declare const __FILES__: Readonly<Record<'pages' | 'first' | 'rest', Files>>;

/**
 * Runs before anything else of the page, alone and small: has what the page will ask for and what it is made of fetched
 * beside its first script, not after it. Nothing counts on it.
 */
function begin(): void {
  const language = languageOf(storedLanguage(), navigator.languages);
  const ours = Object.hasOwn(__FILES__.pages, location.pathname);
  for (const file of ours ? (__FILES__.pages[location.pathname] ?? []) : []) preload(file);
  for (const file of __FILES__.first[language] ?? []) preload(file);
  if (location.pathname !== '/agenda') for (const file of __FILES__.rest[language] ?? []) preload(file);
  if (ours) askAhead();
}

function preload(file: string): void {
  const link = document.createElement('link');
  if (file.endsWith('.css')) Object.assign(link, { rel: 'preload', as: 'style' });
  else link.rel = 'modulepreload';
  // As it will be asked for, or it is fetched twice.
  link.crossOrigin = '';
  link.href = `/${file}`;
  document.head.append(link);
}

function askAhead(): void {
  const asked = new Map<string, Promise<Response>>();
  for (const address of addressesOf(location.origin, rangeHere())) {
    const answer = fetch(address, { headers: { 'content-type': 'application/json' } });
    // Whoever takes it hears of it.
    answer.catch(() => {});
    asked.set(address, answer);
  }
  window.askedAhead = asked;
}

/** Null where no events are shown first, or nothing is there yet to reckon days with. */
function rangeHere() {
  if (location.pathname !== '/agenda' || !('Temporal' in globalThis)) return null;
  const search = Object.fromEntries(new URLSearchParams(location.search));
  const today = () => Temporal.Now.plainDateISO(browserZone());
  return shownFirst(search, { phone: matchMedia(PHONE).matches, today });
}

begin();
