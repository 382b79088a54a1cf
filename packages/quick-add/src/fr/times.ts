import { before, exactly, fourDigits, numberSpan, spoken } from '../grammar/clock.ts';
import { ahead, positive, soon, stated, unasked } from '../grammar/lengths.ts';
import { minutesOf, partAt as part } from '../grammar/meaning.ts';
import { type Rule, rule } from '../grammar/pattern.ts';

/** Neuf heures et demie, quatre heures moins le quart, midi et demi. */
const CLOCK_WORDS: readonly Rule[] = [
  rule('bare', '{hour}', ({ hour }) => spoken(hour)),
  rule('clock', 'midi', () => exactly(12)),
  rule('clock', 'midi (et demi|et demie|trente)', () => exactly(12, 30)),
  rule('clock', 'midi (et quart|quinze)', () => exactly(12, 15)),
  rule('clock', 'midi moins (le quart|quart)', () => exactly(11, 45)),
  rule('clock', 'minuit', () => exactly(0)),
  rule('clock', 'minuit (et demi|et demie|trente)', () => exactly(0, 30)),
  rule('clock', '{hourword} (heure|heures|h)', ({ hourword }) => spoken(hourword)),
  rule('clock', '{hourword} (heure|heures|h) (et demie|et demi|trente)', ({ hourword }) =>
    spoken(hourword, 30),
  ),
  rule('clock', '{hourword} (heure|heures|h) (et quart|quinze)', ({ hourword }) => spoken(hourword, 15)),
  rule('clock', '{hourword} (heure|heures|h) moins (le quart|quart)', ({ hourword }) => before(hourword, 15)),
  rule('clock', '{hourword} (heure|heures|h) moins {word}', ({ hourword, word }) => before(hourword, word)),
  rule('clock', '{hourword} (heure|heures|h) {word}', ({ hourword, word }) =>
    word < 60 ? spoken(hourword, word) : null,
  ),
  rule('clock', '{hour} (h|heure|heures) (et demie|et demi)', ({ hour }) => exactly(hour, 30)),
  rule('clock', '{hour} (h|heure|heures) et quart', ({ hour }) => exactly(hour, 15)),
  rule('clock', '{hour} (h|heure|heures) moins (le quart|quart)', ({ hour }) => before(hour, 15)),
  rule('clock', '{hour} (h|heure|heures) moins {count}', ({ hour, count }) =>
    count < 60 ? before(hour, count) : null,
  ),
  rule('clock', '{hour} (heure|heures) {minute}', ({ hour, minute }) => exactly(hour, minute)),
  rule('clock', '{hour} (heure|heures)', ({ hour }) => ({
    ...exactly(hour),
    ...(hour <= 12 ? { lengthy: true } : {}),
  })),
];

const AT = `[a|a partir de|des|vers|avant|apres|pour|autour de|aux alentours de|@|~|de|depuis|a partir d'|jusqu'a|vers les]`;
const TO = "(-|a|jusqu'a|jusque|au|/|et)";
const SHARP = '[pile|precises|precise|tapantes]';

const TIMES: readonly Rule[] = [
  rule('time', "[de|des|entre] {n:first} (a|jusqu'a|et) {n:last} [h|heures]", ({ first, last }) =>
    numberSpan(first, last),
  ),
  rule('time', `[de|des|a|a partir de|entre] {clock:start} ${TO} {clock:end}`, ({ start, end }) => ({
    start,
    end,
    weight: 90,
  })),
  rule('time', `[de|des|a|entre] {clock:start} (-|a|jusqu'a|et|/) {bare:end}`, ({ start, end }) => ({
    start,
    end,
    weight: 60,
  })),
  rule('time', "(de|des|entre) {bare:start} (-|a|jusqu'a|et|/) {clock:end}", ({ start, end }) => ({
    start,
    end,
    weight: 85,
  })),
  rule('time', '{bare:start} (-|/) {clock:end}', ({ start, end }) => ({ start, end, weight: 80 })),
  rule('time', '(de|entre) {bare:start} (a|-|et) {bare:end} [h|heures]', ({ start, end }) => ({
    start,
    end,
    weight: 75,
  })),
  rule('time', '{bare:start} - {bare:end}', ({ start, end }) => ({ start, end, weight: 35 })),
  rule('time', `(a|des|vers|avant|apres|a partir de|~) {clock} ${SHARP}`, ({ clock }) => ({
    start: clock,
    end: null,
    weight: 56,
  })),
  rule('time', '(a|des|vers|de) {dotted}', ({ dotted }) => ({ start: dotted, end: null, weight: 55 })),
  rule('time', `${AT} {clock} ${SHARP}`, ({ clock }) => ({
    start: clock,
    end: null,
    weight: clock.lengthy ? 42 : 54,
  })),
  rule('time', `(a|vers|des) {bare} ${SHARP}`, ({ bare }) => ({ start: bare, end: null, weight: 40 })),
  rule('time', '@ {bare}', ({ bare }) => ({ start: bare, end: null, weight: 40 })),
  rule('time', '(a|@|des|vers) {n}', ({ n }) => fourDigits(n)),
  rule(
    'stay',
    `[du|de] {day:first} [a|de] {clock:start} (au|a|-|jusqu'au|jusqu'a) {day:last} [a] {clock:end}`,
    (read) => read,
  ),
  rule('time', "(jusqu'a|jusque|fin a|finit a) {clock}", ({ clock }) => ({
    start: null,
    end: clock,
    weight: 58,
  })),
  rule('time', "jusqu'a {bare}", ({ bare }) => ({ start: null, end: bare, weight: 40 })),
];

/** Conventions: the morning begins at 8, the evening at 18. */
const PARTS: readonly Rule[] = [
  rule('part', '(ce matin|ce mat)', () => part(8, 'am', true)),
  rule('part', '(cet|cette) (apres-midi|apres midi|aprem|apm|aprem)', () => part(15, 'pm', true)),
  rule('part', '(ce soir|cette soiree)', () => part(18, 'pm', true)),
  rule('part', 'cette nuit', () => part(22, 'pm', true)),
  rule('part', `[en|au] debut (de|d') (matinee|matin)`, () => part(8, 'am')),
  rule('part', '[en] fin de (matinee|matin)', () => part(11, 'am')),
  rule('part', "[en|au] debut d' (apres-midi|apres midi|aprem)", () => part(14, 'pm')),
  rule('part', "[en] fin d' (apres-midi|apres midi|aprem)", () => part(17, 'pm')),
  rule('part', '[en] fin de journee', () => part(17, 'pm')),
  rule('part', '[en] (debut de soiree)', () => part(18, 'pm')),
  rule('part', '[en] (fin de soiree)', () => part(22, 'pm')),
  rule('part', "(a l'heure du dejeuner|pendant midi|entre midi et deux)", () => part(12, 'pm')),
  rule('part', '[du|au|le|dans la|en|de bon|tot le|tot|des le] (matin|matins|matinee|mat)', () =>
    part(8, 'am'),
  ),
  rule('part', "[de l'|dans l'|l'|en|d'] (apres-midi|apres midi|aprem|apm)", () => part(15, 'pm')),
  rule('part', '[du|au|le|dans la|en|en debut de] (soir|soirs|soiree)', () => part(18, 'pm')),
  rule('part', '[de la|dans la|la|de] nuit', () => part(22, 'pm')),
];

const LENGTHS: readonly Rule[] = [
  rule('length', '{count} {unit}', ({ count, unit }) => positive(count, unit)),
  rule('length', '{count} (heure|heures|h) (et demie|et demi)', ({ count }) => minutesOf(count * 60 + 30)),
  rule('length', '{count} (heure|heures|h) (et quart)', ({ count }) => minutesOf(count * 60 + 15)),
  rule('length', '{count} (heure|heures|h) trois quarts', ({ count }) => minutesOf(count * 60 + 45)),
  rule('length', '{count} (heure|heures|h) [et] {count:more} [min|minutes|mn]', ({ count, more }) =>
    count <= 24 && more < 60 ? minutesOf(count * 60 + more) : null,
  ),
  rule('length', '[une] (demi-heure|demi heure|demie heure|demie-heure)', () => minutesOf(30)),
  rule('length', "(un quart d'heure|quart d'heure)", () => minutesOf(15)),
  rule('length', "(trois quarts d'heure|3/4 d'heure|3/4h)", () => minutesOf(45)),
  rule('length', '{n} _ j', ({ n }) => positive(n, 'day')),
  rule('length', '{count} nuits', ({ count }) => positive(count, 'day')),
];

const DURATIONS: readonly Rule[] = [
  rule('duration', '(pendant|durant|sur|dure|duree|duree :) [environ|encore] {length}', ({ length }) =>
    stated(length),
  ),
  rule('duration', 'pour {length}', ({ length }) => stated(length)),
  rule('duration', "(de|d') {length}", ({ length }) => (length.minutes > 360 ? null : unasked(length))),
  rule('duration', '{length}', ({ length }) => unasked(length)),
  rule('moment', `(dans|d'ici) {length}`, ({ length }) => soon(length)),
  rule(
    'alarm',
    '[avec|et|,] [un|une] (rappel|alerte|alarme|rappelle-moi|rappelle moi|notification) [de|a] {length} [avant|plus tot]',
    ({ length }) => ahead(length),
  ),
  rule('alarm', '(me rappeler|prevenir|me prevenir) {length} avant', ({ length }) => ahead(length)),
];

export const TIME_RULES: readonly Rule[] = [
  ...CLOCK_WORDS,
  ...TIMES,
  ...PARTS,
  ...LENGTHS,
  ...DURATIONS,
  rule(
    'allday',
    '(toute la journee|la journee entiere|journee entiere|journee complete|toute la jrnee|toute la jnee)',
    () => true,
  ),
  rule('free', `(non bloquant|libre dans l'agenda|afficher libre|sans bloquer)`, () => true),
];
