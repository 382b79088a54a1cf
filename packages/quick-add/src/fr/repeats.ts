import { type Rule, rule } from '../grammar/pattern.ts';
import { everyUnit, monthDay, monthly, plain, WORKDAYS, weekly, yearly } from '../grammar/repeat.ts';

const ALL = '(tous les|toutes les|ts les|tts les)';

const WEEKS: readonly Rule[] = [
  rule('repeat', `(${ALL}|chaque) {days} [{part?}]`, ({ days, part }) => ({
    ...weekly(days),
    ...(part ? { part } : {}),
  })),
  rule('repeat', `${ALL} {plurals} [{part?}]`, ({ plurals, part }) => ({
    ...weekly(plurals),
    ...(part ? { part } : {}),
  })),
  rule('repeat', '[les|le] {plurals} [{part?}]', ({ plurals, part }) => ({
    ...weekly(plurals),
    ...(part ? { part } : {}),
  })),
  rule('repeat', '[un|1|le] {weekday} sur (deux|2)', ({ weekday }) => weekly([weekday], 2)),
  rule('repeat', '[un|1|le] {weekday} sur (trois|3)', ({ weekday }) => weekly([weekday], 3)),
  rule('repeat', `${ALL} (deux|2) {days}`, ({ days }) => weekly(days, 2)),
  rule('repeat', `${ALL} (deux|2) {plurals}`, ({ plurals }) => weekly(plurals, 2)),
  rule(
    'repeat',
    '(toutes les semaines|chaque semaine|hebdomadaire|une fois par semaine) [,] [le|les] {days}',
    ({ days }) => weekly(days),
  ),
  rule('repeat', '{days} (toutes les semaines|chaque semaine)', ({ days }) => weekly(days)),
  rule('repeat', `${ALL} {count} semaines [,] [le|les] {days}`, ({ count, days }) => weekly(days, count)),
  rule('repeat', '[le|les] {days} toutes les {count} semaines', ({ count, days }) => weekly(days, count)),
  rule('repeat', '[le|les] {days} tous les (quinze|15) jours', ({ days }) => weekly(days, 2)),
  rule('repeat', '[le|les] {days} (une|1) semaine sur (deux|2)', ({ days }) => weekly(days, 2)),
  rule('repeat', '(une|1) semaine sur (deux|2) [,] [le|les] {days}', ({ days }) => weekly(days, 2)),
  rule('repeat', 'tous les (quinze|15) jours [,] [le|les] {days}', ({ days }) => weekly(days, 2)),
  rule('repeat', '(une|1) semaine sur (deux|2)', () => plain('WEEKLY', 2)),
  rule(
    'repeat',
    '(tous les|chaque) (jours ouvres|jour ouvre|jours ouvrables|jour ouvrable|jours de semaine|jours de la semaine)',
    () => weekly(WORKDAYS),
  ),
  rule('repeat', '[en|la] semaine (du lundi au vendredi)', () => weekly(WORKDAYS)),
  rule('repeat', `(${ALL}|chaque) (week-ends|weekends|week-end|weekend|we)`, () => weekly([6, 7])),
];

const UNITS: readonly Rule[] = [
  rule('repeat', `(${ALL}|chaque) (jours|jour)`, () => plain('DAILY')),
  rule('repeat', `(${ALL}|chaque) {part}`, ({ part }) => ({ ...plain('DAILY'), part })),
  rule('repeat', `${ALL} (matins|soirs|apres-midi)`, () => plain('DAILY')),
  rule('repeat', 'tous les (quinze|15) jours', () => plain('WEEKLY', 2)),
  rule('repeat', `(${ALL}|chaque) {unit}`, ({ unit }) => everyUnit(1, unit)),
  rule('repeat', `${ALL} {count} {unit}`, ({ count, unit }) => everyUnit(count, unit)),
  rule('repeat', '(quotidien|quotidienne|quotidiennement)', () => plain('DAILY')),
  rule(
    'repeat',
    '(hebdomadaire|hebdo|une fois par semaine|1 fois par semaine|1x par semaine|1x/semaine)',
    () => plain('WEEKLY'),
  ),
  rule('repeat', '(mensuel|mensuelle|mensuellement|une fois par mois|1 fois par mois)', () =>
    plain('MONTHLY'),
  ),
  rule('repeat', '(trimestriel|trimestrielle|chaque trimestre|tous les trimestres)', () =>
    plain('MONTHLY', 3),
  ),
  rule('repeat', '(annuellement|une fois par an|chaque annee)', () => plain('YEARLY')),
  rule('repeat', '(annuel|annuelle)', () => ({ ...plain('YEARLY'), doubtful: true })),
];

const EACH_MONTH = '(de chaque mois|chaque mois|de tous les mois|tous les mois)';
const MONTHLY = '(chaque mois|tous les mois|mensuel|mensuelle|mensuellement)';

const MONTHS: readonly Rule[] = [
  rule('repeat', `[le|les|tous les] {nth} {weekday} ${EACH_MONTH}`, ({ nth, weekday }) =>
    monthly(nth, weekday),
  ),
  rule('repeat', 'chaque {nth} {weekday} [du mois]', ({ nth, weekday }) => monthly(nth, weekday)),
  rule('repeat', '[tous|les|tous les] premiers {plural} [du mois|de chaque mois]', ({ plural }) =>
    monthly(1, plural),
  ),
  rule(
    'repeat',
    '[tous|les|tous les] (deuxiemes|2emes|2e|seconds) {plural} [du mois|de chaque mois]',
    ({ plural }) => monthly(2, plural),
  ),
  rule(
    'repeat',
    '[tous|les|tous les] (troisiemes|3emes|3e) {plural} [du mois|de chaque mois]',
    ({ plural }) => monthly(3, plural),
  ),
  rule('repeat', '[tous|les|tous les] derniers {plural} [du mois|de chaque mois]', ({ plural }) =>
    monthly(-1, plural),
  ),
  rule('repeat', 'tous les {nth} {weekday} du mois', ({ nth, weekday }) => monthly(nth, weekday)),
  rule('repeat', '[le] {nth} {weekday} du mois', ({ nth, weekday }) => ({
    ...monthly(nth, weekday),
    doubtful: true,
  })),
  rule('repeat', `${MONTHLY} [,] le {nth} {weekday}`, ({ nth, weekday }) => monthly(nth, weekday)),
  rule('repeat', 'tous les {count} mois [,] le {nth} {weekday}', ({ count, nth, weekday }) =>
    monthly(nth, weekday, count),
  ),
  rule('repeat', `${MONTHLY} [,] le {dom}`, ({ dom }) => monthDay(dom)),
  rule('repeat', `[tous] [le|les] {dom} ${EACH_MONTH}`, ({ dom }) => monthDay(dom)),
  rule('repeat', '[tous] les (premiers|1ers|premiers jours) (du mois|de chaque mois)', () => monthDay(1)),
  rule('repeat', '(chaque|tous les) (dernier|derniers) (jour|jours) du mois', () => monthDay(-1)),
  rule('repeat', 'tous les {dom} du mois', ({ dom }) => monthDay(dom)),
  rule('repeat', `[a la|en|la] fin ${EACH_MONTH}`, () => monthDay(-1)),
  rule('repeat', '[le] dernier jour (de chaque mois|chaque mois)', () => monthDay(-1)),
  rule('repeat', 'tous les fins de mois', () => monthDay(-1)),
  rule('repeat', '(chaque annee|tous les ans) [,] [le] {dom} {month}', ({ dom, month }) =>
    yearly(month, dom),
  ),
  rule('repeat', '[le] {dom} {month} (chaque annee|de chaque annee|tous les ans)', ({ dom, month }) =>
    yearly(month, dom),
  ),
  rule('repeat', '(chaque|tous les) {dom} {month}', ({ dom, month }) => yearly(month, dom)),
];

export const REPEAT_RULES: readonly Rule[] = [
  ...MONTHS,
  ...WEEKS,
  ...UNITS,
  rule('repeat', '{days}', ({ days }) => (days.length > 2 ? weekly(days) : null)),
  rule('ondays', '[le] {days}', ({ days }) => ({ days })),
  rule('ondays', '[les|le] {plurals}', ({ plurals }) => ({ days: plurals })),
  rule('ondays', '[le] {nth} {weekday}', ({ nth, weekday }) => ({ nth, days: [weekday] })),
  rule('ondays', 'le {dom}', ({ dom }) => ({ monthDay: dom })),
  rule('ondays', 'le dernier jour', () => ({ monthDay: -1 })),
  rule('times', '[,|pour|pendant] {count} (fois|occurrences)', ({ count }) => count),
  rule('times', '(x) {n}', ({ n }) => n),
  rule('times', '{n} _ x', ({ n }) => n),
];
