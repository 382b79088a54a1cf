import type { StudioArtist } from '../../api/answers.ts';
import { boundedDuration, DAY, durationText } from '../../time/duration.ts';

type Rules = Pick<
  StudioArtist,
  'autoConfirm' | 'noticeMinutes' | 'horizonDays' | 'slotInterval' | 'dailyLimit' | 'cutOffMinutes'
>;

/** The rules as they are typed. */
export interface RulesDraft {
  readonly autoConfirm: boolean;
  readonly notice: string;
  readonly horizon: string;
  readonly interval: string;
  /** Empty: as many as fit. */
  readonly daily: string;
  readonly cutOff: string;
}

/** Least and most minutes of each. */
export const BOUNDS = {
  notice: [0, 365 * DAY],
  horizon: [DAY, 730 * DAY],
  interval: [5, DAY],
  cutOff: [0, 365 * DAY],
} as const;

export function rulesDraft(rules: Rules, locale: string): RulesDraft {
  return {
    autoConfirm: rules.autoConfirm,
    notice: durationText(rules.noticeMinutes, locale),
    horizon: durationText(rules.horizonDays * DAY, locale),
    interval: durationText(rules.slotInterval, locale),
    daily: rules.dailyLimit === null ? '' : String(rules.dailyLimit),
    cutOff: durationText(rules.cutOffMinutes, locale),
  };
}

/** The rules as they are sent, or null while one of them cannot be read. */
export function sentRules(draft: RulesDraft): Rules | null {
  const noticeMinutes = boundedDuration(draft.notice, 1, BOUNDS.notice);
  const horizon = boundedDuration(draft.horizon, DAY, BOUNDS.horizon);
  const slotInterval = boundedDuration(draft.interval, 1, BOUNDS.interval);
  const cutOffMinutes = boundedDuration(draft.cutOff, 1, BOUNDS.cutOff);
  const dailyLimit = readLimit(draft.daily);
  if (noticeMinutes === null || horizon === null || slotInterval === null) return null;
  if (cutOffMinutes === null || dailyLimit === undefined) return null;
  const horizonDays = Math.round(horizon / DAY);
  return {
    autoConfirm: draft.autoConfirm,
    noticeMinutes,
    horizonDays,
    slotInterval,
    dailyLimit,
    cutOffMinutes,
  };
}

/** Null without a limit, undefined when it cannot be read. */
export function readLimit(typed: string): number | null | undefined {
  if (typed.trim() === '') return null;
  const limit = Number(typed.trim());
  return Number.isInteger(limit) && limit >= 1 && limit <= 100 ? limit : undefined;
}
