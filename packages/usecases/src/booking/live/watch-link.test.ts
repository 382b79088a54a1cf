import type { Topic } from '@atelier/database/feed/announcement';
import type { HubEvent } from '@atelier/database/feed/change-hub';
import { describe, expect, it } from 'vitest';
import { done, type Outcome, refusedFor } from '../../outcome.ts';
import { watchLink } from './watch-link.ts';

const change = (topic: Topic): HubEvent => ({
  type: 'change',
  change: { tick: 1, topic, subject: null, audience: { kind: 'STUDIO' }, from: null, to: null },
});

function world(first: Outcome<string>) {
  const ears = new Set<(event: HubEvent) => void>();
  const state = { shown: first, looks: 0 };
  const stop = new AbortController();
  const stream = watchLink(
    {
      hub: {
        subscribe(hear) {
          ears.add(hear);
          return () => ears.delete(hear);
        },
      },
      async see() {
        state.looks += 1;
        return state.shown;
      },
      concerns: ({ topic }) => topic === 'bookings',
    },
    stop.signal,
  );
  return { state, stream, stop, ears, tell: (event: HubEvent) => ears.forEach((hear) => hear(event)) };
}

describe('a page behind a link', () => {
  it('I6: is told at once what there is, and again when that has changed', async () => {
    const { state, stream, tell } = world(done('request'));
    expect((await stream.next()).value).toEqual(done('request'));
    const next = stream.next();
    state.shown = done('confirmed');
    tell(change('bookings'));
    expect((await next).value).toEqual(done('confirmed'));
  });

  it('I6: hears nothing of what does not concern it, nor of what leaves it as it was', async () => {
    const { state, stream, tell } = world(done('request'));
    await stream.next();
    const next = stream.next();
    tell(change('events'));
    tell(change('bookings'));
    await new Promise((resolve) => setImmediate(resolve));
    expect(state.looks).toBe(2);
    state.shown = done('declined');
    tell({ type: 'reset', tick: 9 });
    expect((await next).value).toEqual(done('declined'));
  });

  it('ends when the link opens nothing, and leaves nobody listening', async () => {
    const gone = world(refusedFor('not-found', 'link-opens-nothing'));
    expect((await gone.stream.next()).value).toMatchObject({ ok: false });
    expect((await gone.stream.next()).done).toBe(true);
    expect(gone.ears.size).toBe(0);
    const left = world(done('request'));
    await left.stream.next();
    const next = left.stream.next();
    left.stop.abort();
    expect((await next).done).toBe(true);
    expect(left.ears.size).toBe(0);
  });
});
