import { describe, expect } from 'vitest';
import { type FaultCase, type FaultCases, testFaults } from '../testing/fault-cases.ts';
import { sampleEvent } from '../testing/world.ts';
import type { EffectOf, WritingEffect } from './effect.ts';

const uidConflict = (
  form: EffectOf<'uid-conflict'>['form'],
  status: number,
): FaultCase<EffectOf<'uid-conflict'>> => ({
  effect: { kind: 'uid-conflict', form },
  async shows(world, strike) {
    strike();
    const answer = await world.put('other.ics', sampleEvent('a'));
    expect(answer.status).toBe(status);
    expect(answer.body).not.toContain('href');
  },
});

const rewritten = (etag: 'given' | 'absent'): FaultCase<EffectOf<'put-rewritten'>> => ({
  effect: { kind: 'put-rewritten', etag },
  async shows(world, strike) {
    strike();
    const answer = await world.put('n.ics', sampleEvent('n'));
    const stored = world.sandbox.objects('ann', 'work').get('n.ics');
    expect(stored?.body).not.toBe(sampleEvent('n'));
    expect(answer.etag).toBe(etag === 'given' ? stored?.etag : null);
    await world.put('n.ics', stored?.body ?? '');
    expect(world.sandbox.objects('ann', 'work').get('n.ics')).toEqual(stored);
  },
});

const readOnlyForm = (
  form: EffectOf<'read-only-form'>['form'],
  status: number,
): FaultCase<EffectOf<'read-only-form'>> => ({
  effect: { kind: 'read-only-form', form },
  async shows(world, strike) {
    world.sandbox.addCalendar('ann', { uri: 'work', readOnly: true });
    strike();
    const answer = await world.put('n.ics', sampleEvent('n'));
    expect([answer.status, answer.body.includes('need-privileges')]).toEqual([status, false]);
  },
});

const told: string[] = [];
const invited = (answer: string) =>
  sampleEvent('i').replace(
    'UID:i',
    `UID:i\r\nORGANIZER:mailto:max@x.test\r\nATTENDEE;PARTSTAT=${answer}:mailto:ann@sandbox.example`,
  );

const cases: FaultCases<WritingEffect['kind']> = {
  'auto-schedule': [
    {
      effect: {
        kind: 'auto-schedule',
        tell: (reply) => {
          told.push(reply);
          return true;
        },
      },
      async shows(world, strike) {
        strike();
        const options = await world.request('OPTIONS', world.work);
        expect(options.headers.get('dav')).toContain('calendar-auto-schedule');
        await world.put('i.ics', invited('NEEDS-ACTION'));
        await world.put('i.ics', invited('DECLINED'), { 'schedule-reply': 'F' });
        await world.put('i.ics', invited('ACCEPTED'));
        expect(world.sandbox.objects('ann', 'work').get('i.ics')?.body).toContain('SCHEDULE-STATUS="1.2"');
        await world.put('i.ics', invited('ACCEPTED'));
        expect(told).toEqual(['i ACCEPTED']);
      },
    },
  ],
  'trash-bin': [
    {
      effect: { kind: 'trash-bin' },
      async shows(world, strike) {
        await world.request('DELETE', `${world.work}a.ics`);
        strike();
        const answer = await world.put('n.ics', sampleEvent('a'), { 'if-none-match': '*' });
        expect([answer.status, answer.body.includes('no-uid-conflict')]).toEqual([400, false]);
        expect((await world.put('n.ics', sampleEvent('n'))).status).toBe(201);
      },
    },
  ],
  'put-renamed': [
    {
      effect: { kind: 'put-renamed' },
      async shows(world, strike) {
        strike();
        const answer = await world.put('n.ics', sampleEvent('n'), { 'if-none-match': '*' });
        const place = new URL(answer.headers.get('location') ?? '', world.work).href;
        expect((await world.request('GET', place)).body).toBe(sampleEvent('n'));
        expect(world.sandbox.objects('ann', 'work').has('n.ics')).toBe(false);
      },
    },
  ],
  'read-only-form': [readOnlyForm('bare-403', 403), readOnlyForm('404', 404)],
  'put-without-etag': [
    {
      effect: { kind: 'put-without-etag' },
      async shows(world, strike) {
        strike();
        const answer = await world.put('n.ics', sampleEvent('n'));
        expect([answer.status, answer.etag]).toEqual([201, null]);
        expect((await world.request('GET', `${world.work}n.ics`)).etag).not.toBeNull();
      },
    },
  ],
  'put-rewritten': [rewritten('given'), rewritten('absent')],
  'uid-conflict': [
    uidConflict('allowed', 201),
    uidConflict('400', 400),
    uidConflict('403', 403),
    uidConflict('409-without-href', 409),
    {
      effect: { kind: 'uid-conflict', form: 'account' },
      async shows(world, strike) {
        world.sandbox.addCalendar('ann', { uri: 'second' });
        strike();
        const url = world.sandbox.objectUrl('ann', 'second', 'other.ics');
        expect((await world.request('PUT', url, { body: sampleEvent('a') })).status).toBe(412);
      },
    },
  ],
  'errors-as-207': [
    {
      effect: { kind: 'errors-as-207' },
      async shows(world, strike) {
        strike();
        const answer = await world.put('bad.ics', 'no calendar');
        expect(answer.status).toBe(207);
        const member = /<d:response>.*<d:status>HTTP\/1.1 415.*<d:error><cal:valid-calendar-data\/>/;
        expect(answer.body).toMatch(member);
        expect(world.sandbox.objects('ann', 'work').has('bad.ics')).toBe(false);
      },
    },
  ],
};

describe('in what becomes of a write', () => testFaults(cases));
