/** 0 is Sunday, 1 is Monday. Not every browser knows; where it does not, most of the world begins on Monday. */
export function firstWeekdayOf(locale: string): number {
  const info: unknown = new Intl.Locale(locale);
  if (typeof info !== 'object' || info === null || !('getWeekInfo' in info)) return 1;
  const read = info.getWeekInfo;
  const week: unknown = typeof read === 'function' ? read.call(info) : null;
  const first = typeof week === 'object' && week !== null && 'firstDay' in week ? week.firstDay : 1;
  return typeof first === 'number' ? first % 7 : 1;
}
