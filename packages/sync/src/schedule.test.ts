import { describe, expect, it } from 'vitest';
import {
  auditDue,
  auditOverdue,
  nextHeldCheck,
  nextParkedTry,
  nextRun,
  nextTry,
  type Pace,
  paceSeconds,
} from './schedule.ts';

const NOW = new Date('2026-03-10T09:00:00Z');
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
const pace = (changes: Partial<Pace> = {}): Pace => ({
  intervalSeconds: 300,
  intervalChosen: false,
  watchedUntil: null,
  restSeconds: 0,
  toldSeconds: null,
  lastChangedAt: ago(0.1),
  connectionId: 'an account',
  ...changes,
});
const secondsTo = (then: Date) => (then.getTime() - NOW.getTime()) / 1_000;

describe('paceSeconds', () => {
  it('asks every five minutes by default, every 15 seconds while somebody looks', () => {
    expect(paceSeconds(pace(), NOW)).toBe(300);
    expect(paceSeconds(pace({ watchedUntil: new Date(NOW.getTime() + 1) }), NOW)).toBe(15);
    expect(paceSeconds(pace({ watchedUntil: NOW }), NOW)).toBe(300);
  });

  it('asks a calendar more rarely that has been quiet for a day, or a week', () => {
    expect(paceSeconds(pace({ lastChangedAt: ago(1) }), NOW)).toBe(600);
    expect(paceSeconds(pace({ lastChangedAt: ago(8) }), NOW)).toBe(900);
    expect(paceSeconds(pace({ lastChangedAt: null }), NOW)).toBe(300);
  });

  it('keeps to an interval that a person has chosen, however quiet it is', () => {
    expect(
      paceSeconds(pace({ intervalChosen: true, intervalSeconds: 120, lastChangedAt: ago(30) }), NOW),
    ).toBe(120);
    const watched = pace({ intervalChosen: true, intervalSeconds: 3_600, watchedUntil: ago(-1) });
    expect(paceSeconds(watched, NOW)).toBe(15);
  });
});

describe('a source whose provider tells of changes', () => {
  it('P7: is asked more rarely by the clock, and as often as ever where somebody looks or has chosen', () => {
    const told = (changes: Partial<Pace> = {}) => paceSeconds(pace({ toldSeconds: 1_800, ...changes }), NOW);
    expect(told()).toBe(1_800);
    expect(told({ lastChangedAt: null })).toBe(1_800);
    expect(told({ lastChangedAt: ago(8), intervalSeconds: 900 })).toBe(2_700);
    expect(told({ toldSeconds: 60 })).toBe(300);
    expect(told({ intervalChosen: true })).toBe(300);
    expect(told({ watchedUntil: ago(-1) })).toBe(15);
  });
});

describe('a source that is to be left alone for a while', () => {
  it('P10: is asked no sooner, whoever looks and whatever the jitter', () => {
    const rested = pace({ restSeconds: 900, watchedUntil: ago(-1) });
    expect(paceSeconds(rested, NOW)).toBe(900);
    expect(secondsTo(nextRun(NOW, rested, 0))).toBe(900);
    expect(paceSeconds(pace({ restSeconds: 60 }), NOW)).toBe(300);
  });
});

describe('nextRun', () => {
  it('spreads calendars of one interval by a tenth to either side', () => {
    expect(secondsTo(nextRun(NOW, pace(), 0))).toBe(270);
    expect(secondsTo(nextRun(NOW, pace(), 0.5))).toBe(300);
    expect(secondsTo(nextRun(NOW, pace(), 0.999_999))).toBeCloseTo(330, 0);
  });
});

describe('nextRun of what is looked at', () => {
  const looked = (connectionId: string) => pace({ connectionId, watchedUntil: ago(-1) });

  it('I6: is at most 15 seconds away, whatever the jitter', () => {
    for (const ms of [0, 1, 7_000, 14_999, 15_000]) {
      const now = new Date(NOW.getTime() + ms);
      const wait = nextRun(now, looked('an account'), 0.999).getTime() - now.getTime();
      expect(wait).toBeGreaterThan(0);
      expect(wait).toBeLessThanOrEqual(15_000);
    }
  });

  it('S11: is the same beat for all calendars of an account, which one request tells of', () => {
    const times = [0, 20, 900, 2_400].map((ms) =>
      nextRun(new Date(NOW.getTime() + ms), looked('11111111-aaaa'), ms / 3_000).getTime(),
    );
    const beats = new Set(times.map((time) => time % 15_000));
    expect(beats.size).toBe(1);
    expect(nextRun(NOW, looked('22222222-bbbb'), 0.5).getTime() % 15_000).not.toBe([...beats][0]);
  });
});

describe('nextTry', () => {
  it('S9: doubles from half a minute to an hour, with jitter', () => {
    const waits = [1, 2, 3, 8, 50].map((failures) => secondsTo(nextTry(NOW, failures, null, 0.5)));
    expect(waits).toEqual([30, 60, 120, 3_600, 3_600]);
    expect(secondsTo(nextTry(NOW, 1, null, 0))).toBe(22.5);
  });

  it('S9: never comes back before the server said', () => {
    expect(secondsTo(nextTry(NOW, 1, 900_000, 0.5))).toBe(900);
    expect(secondsTo(nextTry(NOW, 8, 900_000, 0.5))).toBe(3_600);
  });

  it('S10: offers what was refused again after about a day', () => {
    expect(secondsTo(nextParkedTry(NOW, 0.5))).toBe(86_400);
  });

  it('S8: looks at a held calendar again by itself', () => {
    expect(secondsTo(nextHeldCheck(NOW, 0.5))).toBe(600);
  });
});

describe('auditDue', () => {
  it('S12: once a day, and overdue after another', () => {
    expect([0.9, 1.1, 2.1].map((days) => [auditDue(ago(days), NOW), auditOverdue(ago(days), NOW)])).toEqual([
      [false, false],
      [true, false],
      [true, true],
    ]);
    expect(auditDue(null, NOW)).toBe(false);
  });
});
