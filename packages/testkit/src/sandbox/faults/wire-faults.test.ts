import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect } from 'vitest';
import { type FaultCases, testFaults } from '../testing/fault-cases.ts';
import { sampleEvent, type World } from '../testing/world.ts';
import type { WireEffect } from './effect.ts';

/** A PUT that must fail for its client, and whether the server has it all the same. */
async function storedAfterFailedPut(world: World): Promise<boolean> {
  await expect(world.put('n.ics', sampleEvent('n'))).rejects.toThrow();
  return world.sandbox.objects('ann', 'work').has('n.ics');
}

async function failsInBody(world: World): Promise<void> {
  const answer = await fetch(world.work, { method: 'PROPFIND', headers: basic });
  expect(answer.status).toBe(207);
  await expect(answer.text()).rejects.toThrow();
}

const basic = { authorization: `Basic ${btoa('ann:secret')}` };

/** Long enough for an answer that is on its way; however slow the machine, none that never comes. */
const A_WHILE_MS = 60;

/** Says so when an answer, or the rest of it, has not come for a while. */
const silence = (answer: Promise<unknown>) =>
  Promise.race([
    answer.then(
      () => 'answered',
      () => 'ended',
    ),
    delay(A_WHILE_MS, 'silent'),
  ]);

/** Asks something, and hangs up when the test has seen what it wanted. */
async function asked(
  world: World,
  method: string,
  look: (answer: Promise<Response>) => Promise<void>,
): Promise<void> {
  const hangUp = new AbortController();
  const answer = fetch(world.work, { method, headers: basic, signal: hangUp.signal });
  try {
    await look(answer);
  } finally {
    hangUp.abort();
    await answer.catch(() => undefined);
  }
}

/** Notes what it was asked to wait for, and does not wait. */
function impatience() {
  const waits: number[] = [];
  return { waits, pause: async (ms: number) => void waits.push(ms) };
}

const delayed = impatience();
const dripped = impatience();

const cases: FaultCases<WireEffect['kind']> = {
  delay: [
    {
      effect: { kind: 'delay', ms: 700 },
      options: { pause: delayed.pause },
      async shows(world, strike) {
        strike();
        await world.sync('');
        expect(delayed.waits).toEqual([700]);
      },
    },
  ],
  reset: [
    {
      effect: { kind: 'reset', at: 'before' },
      async shows(world, strike) {
        strike();
        expect(await storedAfterFailedPut(world)).toBe(false);
        expect(world.sandbox.requests[0]?.status).toBeNull();
      },
    },
    {
      effect: { kind: 'reset', at: 'answer' },
      async shows(world, strike) {
        strike();
        expect(await storedAfterFailedPut(world)).toBe(true);
      },
    },
    {
      effect: { kind: 'reset', at: 'inside' },
      async shows(world, strike) {
        strike();
        await failsInBody(world);
      },
    },
    {
      effect: { kind: 'reset', at: 'after' },
      async shows(world, strike) {
        strike();
        await failsInBody(world);
        const whole = world.sandbox.requests[0]?.answerBytes;
        world.sandbox.faults.clear();
        await world.request('PROPFIND', world.work);
        expect(world.sandbox.requests[1]?.answerBytes).toBe(whole);
      },
    },
  ],
  stall: [
    {
      effect: { kind: 'stall', at: 'request' },
      async shows(world, strike) {
        strike();
        await asked(world, 'DELETE', async (answer) => {
          expect(await silence(answer)).toBe('silent');
          expect(world.sandbox.calendars('ann')).toEqual(['work']);
        });
      },
    },
    {
      effect: { kind: 'stall', at: 'answer' },
      async shows(world, strike) {
        strike();
        await asked(world, 'DELETE', async (answer) => {
          await expect.poll(() => world.sandbox.calendars('ann')).toEqual([]);
          expect(await silence(answer)).toBe('silent');
        });
      },
    },
    {
      effect: { kind: 'stall', at: 'headers' },
      async shows(world, strike) {
        strike();
        await asked(world, 'PROPFIND', async (answer) => {
          expect(await silence((await answer).text())).toBe('silent');
          expect(world.sandbox.requests[0]?.answerBytes).toBe(0);
        });
      },
    },
    {
      effect: { kind: 'stall', at: 'inside' },
      async shows(world, strike) {
        strike();
        await asked(world, 'PROPFIND', async (answer) => {
          expect(await silence((await answer).text())).toBe('silent');
          expect(world.sandbox.requests[0]?.answerBytes).toBeGreaterThan(0);
        });
      },
    },
  ],
  drip: [
    {
      effect: { kind: 'drip', bytes: 100, everyMs: 20 },
      options: { pause: dripped.pause },
      async shows(world, strike) {
        strike();
        const { body } = await world.sync('');
        expect(dripped.waits).toEqual(Array.from({ length: Math.ceil(body.length / 100) }, () => 20));
        expect(body).toMatch(/<\/d:multistatus>$/);
      },
    },
  ],
  gzip: [
    {
      effect: { kind: 'gzip' },
      async shows(world, strike) {
        strike();
        const answer = await world.sync('');
        expect(answer.headers.get('content-encoding')).toBe('gzip');
        expect(answer.body).toContain('a.ics');
      },
    },
  ],
  charset: [
    {
      effect: { kind: 'charset', declared: 'utf-8', written: 'latin1' },
      async shows(world, strike) {
        world.sandbox.addCalendar('ann', { uri: 'work', name: 'Séances' });
        strike();
        const { body } = await world.request('PROPFIND', world.work);
        expect(body).toContain('S\uFFFDances');
      },
    },
    {
      effect: { kind: 'charset', declared: null, written: 'utf16le' },
      async shows(world, strike) {
        strike();
        const answer = await world.request('PROPFIND', world.work);
        expect(answer.headers.get('content-type')).toBe('application/xml');
        expect(answer.body.slice(0, 4)).toBe('<\0?\0');
      },
    },
  ],
};

describe('on the wire', () => testFaults(cases));
