import { expect, test, vi } from 'vitest';
import { createLogger } from './logger.ts';

function logged() {
  const lines: Record<string, unknown>[] = [];
  const logger = createLogger({ logLevel: 'info' }, 'test', {
    write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>),
  });
  return { lines, logger };
}

const away = () => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' });

test('S10: a database that is away is one line now and then, in words and without a stack', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const { lines, logger } = logged();
  for (let n = 0; n < 100; n += 1) logger.error({ err: away() }, `job ${n % 7} failed`);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ trouble: 'away', msg: expect.stringContaining('does not answer') });
  expect(JSON.stringify(lines)).not.toContain('stack');
  vi.advanceTimersByTime(31_000);
  logger.error({ err: away() }, 'job failed');
  expect(lines[1]).toMatchObject({ trouble: 'away', missed: 99 });
  vi.useRealTimers();
});

test('S10: what nobody foresaw is written whole, and its repetitions are counted', () => {
  const { lines, logger } = logged();
  for (let n = 0; n < 3; n += 1) logger.error({ err: new Error('poison'), job: 'expire' }, 'a job failed');
  logger.error({ err: new Error('another'), job: 'expire' }, 'a job failed');
  logger.error('plain words');
  expect(lines.map(({ msg }) => msg)).toEqual(['a job failed', 'a job failed', 'plain words']);
  expect(lines[0]).toMatchObject({ job: 'expire', err: { message: 'poison', stack: expect.any(String) } });
});
