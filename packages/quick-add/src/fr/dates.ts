import {
  daysAfter,
  daysAway,
  GUESS,
  inMonth,
  LIKELY,
  monthsAway,
  nthOfMonth,
  nthOfMonthAway,
  ofMonth,
  onDate,
  onMonthDay,
} from '../day/spec.ts';
import {
  between,
  daysOfMonth,
  monthDays,
  threeDays,
  weekdaysOfMonth,
  weekendIn,
  weekendOf,
  weekNumber,
  weekOf,
  wholeMonth,
  wholeWeek,
} from '../day/stretch.ts';
import {
  inWeek,
  lastWeekday,
  nextWeekday,
  onWeekday,
  weekdayAndDay,
  weeksAfter,
  weeksAway,
  withWeekday,
} from '../day/weekday-spec.ts';
import { type Rule, rule } from '../grammar/pattern.ts';
import { fromUnits } from '../grammar/units.ts';

const NEXT_WEEK = '(la semaine prochaine|semaine prochaine|sem prochaine|la semaine pro|semaine pro)';

const WRITTEN: readonly Rule[] = [
  rule('day', '{dom} [de] {month} [{year?}]', ({ dom, month, year }) => onDate(month, dom, year)),
  rule('day', '{word} {month} [{year?}]', ({ word, month, year }) =>
    word >= 1 && word <= 31 ? onDate(month, word, year) : null,
  ),
  rule('day', '{weekday} [,] [le] {ordinal}', ({ weekday, ordinal }) => weekdayAndDay(weekday, ordinal)),
  rule('day', '{weekday} [le] {n}', ({ weekday, n }) =>
    n >= 1 && n <= 31 ? weekdayAndDay(weekday, n) : null,
  ),
  rule('day', 'le {dom}', ({ dom }) => onMonthDay(dom, 40)),
  rule('day', 'le {ordinal}', ({ ordinal }) => onMonthDay(ordinal)),
  rule('day', 'le {dom} (de ce mois|courant|du mois)', ({ dom }) => onMonthDay(dom)),
  rule('day', 'le {dom} du mois prochain', ({ dom }) => ofMonth(1, dom)),
];

const WEEKDAYS: readonly Rule[] = [
  rule('day', '[ce|cette] {weekday} [ci|-ci|qui vient]', ({ weekday }) => onWeekday(weekday)),
  rule('day', '{weekday} (prochain|pro|proch)', ({ weekday }) => nextWeekday(weekday)),
  rule('day', '{weekday} (dernier|passe)', ({ weekday }) => lastWeekday(weekday)),
  rule('day', '{weekday} (en huit|en 8)', ({ weekday }) => weeksAfter(weekday, 1)),
  rule('day', '{weekday} (en quinze|en 15)', ({ weekday }) => weeksAfter(weekday, 2)),
  rule('day', "{weekday} (d'apres|suivant)", ({ weekday }) => weeksAfter(weekday, 1)),
  rule('day', `{weekday} [de] ${NEXT_WEEK}`, ({ weekday }) => inWeek(1, weekday)),
  rule('day', `${NEXT_WEEK} [,] [le] {weekday}`, ({ weekday }) => inWeek(1, weekday)),
  rule('day', '{weekday} [de] cette semaine', ({ weekday }) => inWeek(0, weekday)),
  rule('day', '{weekday} [de] la semaine (derniere|passee)', ({ weekday }) => inWeek(-1, weekday)),
  rule('day', "{weekday} [de] la semaine (d'apres|suivante)", ({ weekday }) => weeksAway(2, weekday)),
  rule('day', '{weekday} dans {count} (semaine|semaines)', ({ weekday, count }) => weeksAway(count, weekday)),
  rule('day', 'dans {count} (semaine|semaines) [,] [le] {weekday}', ({ weekday, count }) =>
    inWeek(count, weekday),
  ),
  rule('day', '{weekday} dans (quinze|15) jours', ({ weekday }) => weeksAway(2, weekday)),
];

const AWAY: readonly Rule[] = [
  rule('day', "(aujourd'hui|aujourd' hui|aujourdhui|ajd|auj|auj.)", () => daysAway(0)),
  rule('day', '(demain|dem.|2main)', () => daysAway(1)),
  rule('day', '(apres-demain|apres demain)', () => daysAway(2, 70)),
  rule('day', 'le lendemain', () => daysAway(1, GUESS)),
  rule('day', 'le surlendemain', () => daysAway(2, GUESS)),
  rule('day', 'hier', () => daysAway(-1)),
  rule('day', '(avant-hier|avant hier)', () => daysAway(-2, 70)),
  rule('day', "(dans|d'ici) {count} {unit}", ({ count, unit }) =>
    // Quinze jours are two weeks to everybody who says it.
    unit === 'day' && count === 15
      ? fromUnits(14, 'day')
      : unit === 'day' && count === 8
        ? fromUnits(7, 'day')
        : fromUnits(count, unit),
  ),
  rule('day', 'il y a {count} {unit}', ({ count, unit }) => fromUnits(-count, unit)),
  rule('day', '(une semaine|1 semaine|huit jours) apres {day}', ({ day }) => daysAfter(day, 7)),
  rule('day', '(deux semaines|2 semaines|quinze jours) apres {day}', ({ day }) => daysAfter(day, 14)),
  rule('day', '{count} (jour|jours) apres {day}', ({ count, day }) => daysAfter(day, count)),
  rule('day', '{count} (jour|jours) avant {day}', ({ count, day }) => daysAfter(day, -count)),
  rule('day', '(le lendemain de|lendemain de) {day}', ({ day }) => daysAfter(day, 1)),
  rule('day', '(la veille de|veille de) {day}', ({ day }) => daysAfter(day, -1)),
  rule('day', NEXT_WEEK, () => daysAway(7)),
  rule('day', "(la semaine d'apres|la semaine suivante|dans la semaine qui suit)", () => daysAway(14, GUESS)),
  rule('day', '(le mois prochain|mois prochain)', () => monthsAway(1)),
  rule('day', "(l'annee prochaine|l'an prochain)", () => monthsAway(12)),
  rule('day', '(cette semaine|dans la semaine)', () => daysAway(0, GUESS)),
];

const START = '(debut|au debut|tout debut|au debut du mois)';
const OF = `[de|du mois de|d'|du]`;

const PARTS_OF_TIME: readonly Rule[] = [
  rule('day', '[a la|en|la] fin (du|de ce) mois', () => ofMonth(0, -1)),
  rule('day', 'le dernier jour du mois', () => ofMonth(0, -1)),
  rule('day', '[a la|en|la] fin du mois prochain', () => ofMonth(1, -1)),
  rule('day', '(debut du mois prochain|au debut du mois prochain|debut mois prochain)', () => ofMonth(1, 1)),
  rule('day', '(debut de mois|debut du mois|en debut de mois)', () => ofMonth(0, 1)),
  rule('day', '[a la|au|le|au milieu du|milieu du] (mi-mois|mi mois|milieu du mois)', () => ofMonth(0, 15)),
  rule('day', '[a la|en|la] fin (de la|de|de cette) semaine', () => inWeek(0, 5)),
  rule('day', '[a la|en|la] fin (de la|de) semaine prochaine', () => inWeek(1, 5)),
  rule('day', '(debut|en debut|au debut) (de|de la) semaine [prochaine]', () => inWeek(1, 1)),
  rule('day', '(milieu|au milieu|en milieu) (de|de la) semaine prochaine', () => inWeek(1, 3)),
  rule('day', "[a la|en|la] fin (de l'annee|d'annee)", () => onDate(12, 31)),
  rule('day', `[a la|en|la] fin ${OF} {month} [{year?}]`, ({ month, year }) => inMonth(month, -1, year)),
  rule('day', `[a la|a] (mi-|mi) {month} [{year?}]`, ({ month, year }) => inMonth(month, 15, year)),
  rule('day', '(au milieu|milieu|courant) [de|du mois de] {month} [{year?}]', ({ month, year }) =>
    inMonth(month, 15, year),
  ),
  rule('day', `[en] ${START} ${OF} {month} [{year?}]`, ({ month, year }) => inMonth(month, 1, year)),
  rule('day', `(en|au mois de|au mois d'|pour) {month} [{year?}]`, ({ month, year }) =>
    inMonth(month, 1, year, LIKELY),
  ),
  rule('day', '{month} {year}', ({ month, year }) => inMonth(month, 1, year, LIKELY)),
  rule('day', '{month} prochain', ({ month }) => inMonth(month, 1)),
  rule(
    'day',
    "[le|au] {nth} {weekday} (de|du mois de|d') {month} [{year?}]",
    ({ nth, weekday, month, year }) => nthOfMonth(nth, weekday, month, year),
  ),
  rule('day', '[le] {nth} {weekday} du mois prochain', ({ nth, weekday }) => nthOfMonthAway(nth, weekday, 1)),
  rule('day', '[le] {nth} {weekday} de ce mois', ({ nth, weekday }) => nthOfMonthAway(nth, weekday, 0)),
  rule('day', '(ce|le) (week-end|weekend|week end|we)', () => weekendIn(0)),
  rule('day', '[le|ce] (week-end|weekend|week end) (prochain|pro)', () => weekendIn(1)),
  rule('day', '[le|ce] (week-end|weekend|week end) (du|de) {day}', ({ day }) => weekendOf(day)),
  rule('day', '[le|ce] (week-end|weekend|week end) (du|de) {n:first} [-|au] {day}', ({ day }) =>
    weekendOf(day),
  ),
  rule('day', '[en|la] (semaine|sem|sem.) {n}', ({ n }) => weekNumber(n)),
  rule('day', "[la] premiere semaine (de|d') {month} [{year?}]", ({ month, year }) =>
    weekOf(inMonth(month, 1, year)),
  ),
  rule('day', "[la] derniere semaine (de|d') {month} [{year?}]", ({ month, year }) =>
    weekOf(inMonth(month, -7, year)),
  ),
  rule('day', '[la] semaine du {day}', ({ day }) => weekOf(day)),
  rule('day', '[la] semaine du {dom}', ({ dom }) => weekOf(onMonthDay(dom))),
  rule('day', `toute la semaine prochaine`, () => wholeWeek(1)),
  rule('day', 'toute la semaine', () => wholeWeek(0)),
  rule('day', '(tout le mois de|tout) {month} [{year?}]', ({ month, year }) => wholeMonth(month, year)),
];

const TO = "(au|-|a|jusqu'au|jusqu'a|et|et le|&|jusque)";
const FROM = '[du|de|entre|entre le|a partir du|des le|le|les]';

const STRETCHES: readonly Rule[] = [
  rule(
    'date',
    '[les|le] {dom:first} , [le] {dom:second} (et|et le|&) {dom:last} [de] {month} [{year?}]',
    ({ first, second, last, month, year }) => threeDays([first, second, last], month, year),
  ),
  rule('date', `${FROM} {dom:first} ${TO} {dom:last} [de] {month} [{year?}] [inclus|compris]`, (read) =>
    daysOfMonth(read.first, read.last, read.month, read.year),
  ),
  rule('date', `${FROM} {dom:first} ${TO} {word:last} {month} [{year?}]`, ({ first, last, month, year }) =>
    last <= 31 ? daysOfMonth(first, last, month, year) : null,
  ),
  rule('date', `${FROM} {word:first} ${TO} {word:last} {month} [{year?}]`, ({ first, last, month, year }) =>
    first <= 31 && last <= 31 ? daysOfMonth(first, last, month, year) : null,
  ),
  rule('date', `${FROM} {weekday} {dom:first} ${TO} {weekday} {dom:last} {month} [{year?}]`, (read) =>
    weekdaysOfMonth(read.first, read.last, read.month, read.year),
  ),
  rule('date', "du {dom:first} (au|jusqu'au) {dom:last} [inclus|compris]", ({ first, last }) =>
    monthDays(first, last),
  ),
  rule('date', 'du {weekday} {dom:first} au {weekday} {dom:last}', ({ first, last }) =>
    monthDays(first, last),
  ),
  rule('date', `${FROM} {day:first} ${TO} {day:last} [inclus|compris]`, ({ first, last }) =>
    between(first, last),
  ),
  rule(
    'date',
    `[pour|des|avant|apres|a partir de|du|de|au|depuis|vers|jusqu'au|d'ici|d'ici a|pour le|des le|avant le|a partir du|vers le|d'ici le|le|a|a la|la|l'] {day}`,
    ({ day }) => day,
  ),
];

export const DATE_RULES: readonly Rule[] = [
  ...WRITTEN,
  ...WEEKDAYS,
  ...AWAY,
  ...PARTS_OF_TIME,
  rule('day', '{weekday} [,] [le] {day}', ({ weekday, day }) =>
    day.weekday ? null : withWeekday(weekday, day),
  ),
  rule('day', '{day} [,] {weekday}', ({ day, weekday }) => (day.weekday ? null : withWeekday(weekday, day))),
  ...STRETCHES,
  rule('until', "[,] (jusqu'au|jusqu'a|jusque|jusqu'a la|jusqu'en|jusqu'au jour de) {day}", ({ day }) => day),
  rule('until', "[,] (jusqu'a|jusqu'en) [fin] {month} [{year?}]", ({ month, year }) =>
    inMonth(month, -1, year),
  ),
];
