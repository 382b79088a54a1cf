import { OPERATOR } from '@atelier/usecases/actor';
import { calendarOverview } from '@atelier/usecases/calendars/calendar-overview';
import type { Context } from '@atelier/usecases/context';
import type { Output } from './output.ts';
import type { Shell } from './shell.ts';

const EVERY_MS = 500;
const WIDTH = 30;

/** On a terminal, a line that moves while a sync lasts; silent in scripts. */
export function showProgress(
  context: Pick<Context, 'database'>,
  { shell: { stderr }, output }: { readonly shell: Shell; readonly output: Pick<Output, 'json'> },
): Disposable {
  if (output.json || !stderr.isTTY) return { [Symbol.dispose]: () => undefined };
  const timer = setInterval(() => void draw(context, stderr).catch(() => undefined), EVERY_MS);
  return {
    [Symbol.dispose]: () => {
      clearInterval(timer);
      stderr.write('\r\u001b[K');
    },
  };
}

async function draw(context: Pick<Context, 'database'>, stderr: Shell['stderr']): Promise<void> {
  const running = (await calendarOverview(context, OPERATOR)).filter(({ progress }) => progress !== null);
  const done = running.reduce((sum, { progress }) => sum + (progress?.done ?? 0), 0);
  const total = running.reduce((sum, { progress }) => sum + (progress?.total ?? 0), 0);
  if (running.length === 0) return;
  const filled = total > 0 ? Math.min(WIDTH, Math.round((done / total) * WIDTH)) : 0;
  stderr.write(
    `\r[${'#'.repeat(filled)}${'.'.repeat(WIDTH - filled)}] ${done}${total > 0 ? ` of ${total}` : ''} events`,
  );
}
