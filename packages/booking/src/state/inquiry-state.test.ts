import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceDue } from './inquiry-expiry.ts';
import { type Inquiry, type InquiryAction, type InquiryState, stepInquiry } from './inquiry-state.ts';

const STATES: readonly InquiryState[] = ['OPEN', 'OFFERED', 'DECLINED', 'WITHDRAWN', 'EXPIRED', 'CLOSED'];
const BY: Record<InquiryAction, 'artist' | 'client' | 'system'> = {
  answer: 'artist',
  offer: 'artist',
  pick: 'client',
  decline: 'artist',
  withdraw: 'client',
  expire: 'system',
  close: 'artist',
};
const ACTIONS = Object.keys(BY) as InquiryAction[];

function step(state: InquiryState, action: InquiryAction, booked = false) {
  return stepInquiry({ state, booked }, { action, by: BY[action] });
}

describe('the life of an inquiry', () => {
  it.each<[InquiryState, InquiryAction, InquiryState]>([
    ['OPEN', 'answer', 'OFFERED'],
    ['OPEN', 'decline', 'DECLINED'],
    ['OPEN', 'withdraw', 'WITHDRAWN'],
    ['OPEN', 'expire', 'EXPIRED'],
    ['OFFERED', 'offer', 'OFFERED'],
    ['OFFERED', 'pick', 'OFFERED'],
    ['OFFERED', 'decline', 'DECLINED'],
    ['OFFERED', 'withdraw', 'WITHDRAWN'],
    ['OFFERED', 'expire', 'EXPIRED'],
    ['OFFERED', 'close', 'CLOSED'],
    ['EXPIRED', 'answer', 'OFFERED'],
    ['EXPIRED', 'offer', 'OFFERED'],
    ['CLOSED', 'offer', 'OFFERED'],
  ])('leads from %s by %s to %s', (state, action, next) => {
    expect(step(state, action)).toEqual({ ok: true, outcome: 'changed', state: next });
  });

  it('knows no other steps', () => {
    const possible = STATES.flatMap((state) =>
      ACTIONS.filter((action) => {
        const result = step(state, action);
        return result.ok && result.outcome === 'changed';
      }),
    );
    expect(possible).toHaveLength(13);
  });

  it('gives a repeated wish the answer of the first', () => {
    expect(step('WITHDRAWN', 'withdraw')).toEqual({ ok: true, outcome: 'already', state: 'WITHDRAWN' });
    expect(step('CLOSED', 'close')).toMatchObject({ outcome: 'already' });
    expect(step('OPEN', 'pick')).toMatchObject({ ok: false, refusal: 'not-answered' });
    expect(step('OFFERED', 'answer')).toMatchObject({ ok: false, refusal: 'answered' });
  });

  it('neither withdraws nor declines what has an appointment', () => {
    expect(step('OFFERED', 'withdraw', true)).toMatchObject({ ok: false, refusal: 'booked' });
    expect(step('OFFERED', 'decline', true)).toMatchObject({ ok: false, refusal: 'booked' });
  });

  it('closes where times lapse and an appointment stands', () => {
    expect(step('OFFERED', 'expire', true)).toMatchObject({ state: 'CLOSED' });
  });

  it('lets nobody take a step of another side, and says so of every refusal in words', () => {
    const state = fc.constantFrom(...STATES);
    const by = fc.constantFrom('artist', 'client', 'system');
    fc.assert(
      fc.property(state, fc.boolean(), fc.constantFrom(...ACTIONS), by, (from, booked, action, party) => {
        const result = stepInquiry({ state: from, booked }, { action, by: party });
        if (party !== BY[action]) expect(result).toMatchObject({ ok: false, refusal: 'not-allowed' });
      }),
    );
  });

  it('leaves nothing declined or withdrawn that an appointment came of, in whatever order', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...ACTIONS), { maxLength: 30 }), (actions) => {
        let inquiry: Inquiry = { state: 'OPEN', booked: false };
        for (const action of actions) {
          const result = step(inquiry.state, action, inquiry.booked);
          if (!result.ok) continue;
          inquiry = { state: result.state, booked: inquiry.booked || action === 'pick' };
        }
        if (inquiry.booked) expect(['OFFERED', 'CLOSED']).toContain(inquiry.state);
      }),
    );
  });
});

describe('how long offered times wait', () => {
  const DAY = 86_400_000;
  const now = Date.UTC(2026, 2, 1);

  it('is thirty days, or until the last of them has begun', () => {
    expect(choiceDue([{ booked: false, starts: [now + 100 * DAY] }], now)).toBe(now + 30 * DAY);
    expect(choiceDue([{ booked: false, starts: [now + 3 * DAY, now + 2 * DAY] }], now)).toBe(now + 3 * DAY);
  });

  it('is no matter where nothing is left to choose', () => {
    expect(
      choiceDue(
        [
          { booked: true, starts: [now + DAY] },
          { booked: false, starts: [] },
        ],
        now,
      ),
    ).toBeNull();
  });
});
