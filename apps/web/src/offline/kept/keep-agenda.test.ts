import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Span, stalenessOf } from '../../live/staleness.ts';
import { createAgendaKeeper } from './keep-agenda.ts';
import type { KeptMonth } from './kept-database.ts';

const NOW = new Date('2026-11-29T12:00:00Z');
const RESET = stalenessOf([{ type: 'reset' }]);
const changed = (from: string, to: string) =>
  stalenessOf([
    { type: 'change', topic: 'events', subject: 'a', from: new Date(`${from}Z`), to: new Date(`${to}Z`) },
  ]);

beforeEach(() => vi.useFakeTimers({ now: NOW }));
afterEach(() => vi.useRealTimers());

/** A store in memory, and a server that counts what it is asked. */
function opened(answers: (asked: number) => boolean = () => true) {
  let count = 0;
  const months = new Map<string, KeptMonth>();
  const asked: string[] = [];
  const keeper = createAgendaKeeper({
    clock: () => new Date(),
    kept: {
      months: async () => [...months.values()],
      markStale: async (stale) => {
        for (const month of stale) {
          const held = months.get(month);
          if (held) months.set(month, { ...held, stale: true });
        }
      },
    },
    ask: async ({ from }: Span) => {
      const month = from.toISOString().slice(0, 7);
      asked.push(month);
      count += 1;
      if (!answers(count)) throw new Error('away');
      months.set(month, { month, events: [], at: new Date(), stale: false });
    },
  });
  const quiet = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return asked.splice(0);
  };
  return { keeper, quiet };
}

test('I6 once live, every month around today is asked for once, the present one first', async () => {
  const { keeper, quiet } = opened();
  keeper.connected();
  keeper.heard(RESET);
  const asked = await quiet(10_000);
  expect(asked.slice(0, 3)).toEqual(['2026-11', '2026-12', '2026-10']);
  expect(asked).toHaveLength(11);
});

test('I6 nothing polls: an hour without news is an hour without a question', async () => {
  const { keeper, quiet } = opened();
  keeper.connected();
  await quiet(10_000);
  expect(await quiet(3_600_000)).toEqual([]);
});

test('I6 a burst of changes asks for each month that it touches, once', async () => {
  const { keeper, quiet } = opened();
  keeper.connected();
  await quiet(10_000);
  for (let hour = 10; hour < 20; hour += 1)
    keeper.heard(changed(`2026-12-31T${hour}:00`, '2027-01-01T02:00'));
  keeper.heard(changed('2030-01-01T00:00', '2030-01-02T00:00'));
  expect(await quiet(10_000)).toEqual(['2026-12', '2027-01']);
});

test('I6 a line that is cut stops asking, and goes on when it is back', async () => {
  const { keeper, quiet } = opened((count) => count !== 2);
  keeper.connected();
  expect(await quiet(10_000)).toHaveLength(2);
  keeper.cut();
  keeper.heard(changed('2026-11-10T00:00', '2026-11-11T00:00'));
  expect(await quiet(10_000)).toEqual([]);
  keeper.connected();
  expect(await quiet(10_000)).toHaveLength(11);
});

test('I6 when the feed cannot say what was missed, every month is asked for again', async () => {
  const { keeper, quiet } = opened();
  keeper.connected();
  keeper.heard(RESET);
  await quiet(10_000);
  keeper.heard(RESET);
  expect(await quiet(10_000)).toHaveLength(11);
});
