import type { Party } from './step-rules.ts';

export type InquiryState =
  | 'OPEN' // described, and nobody has answered
  | 'OFFERED' // answered, with times to choose from
  | 'DECLINED' // by the artist
  | 'WITHDRAWN' // by the client
  | 'EXPIRED' // nobody answered in time, or nobody chose
  | 'CLOSED'; // what was agreed on has its appointments

export type InquiryAction = 'answer' | 'offer' | 'pick' | 'decline' | 'withdraw' | 'expire' | 'close';

/** What the steps look at of an inquiry. */
export interface Inquiry {
  readonly state: InquiryState;
  /** Whether an appointment that stands, or has taken place, came of it. */
  readonly booked: boolean;
}

export interface InquiryStep {
  readonly action: InquiryAction;
  readonly by: Party;
}

export type InquiryRefusal =
  | 'not-allowed' // not theirs to do
  | 'not-answered' // the artist has to answer first
  | 'answered' // no longer: it was answered meanwhile
  | 'booked'; // an appointment came of it already

export type InquiryStepResult =
  /** `already`: it was so before; nothing is to be written or mailed. */
  | { readonly ok: true; readonly outcome: 'changed' | 'already'; readonly state: InquiryState }
  | InquiryRefused;

/** What no step leads out of, except for the artist's further offers. */
export type OverInquiry = Exclude<InquiryState, 'OPEN' | 'OFFERED'>;

export type InquiryRefused =
  | { readonly ok: false; readonly refusal: InquiryRefusal }
  /** It has come to its end, and to which. */
  | { readonly ok: false; readonly refusal: 'over'; readonly state: OverInquiry };

interface Rule {
  readonly by: Party;
  /** Where the step leads from each state in which it is possible. */
  readonly from: { readonly [State in InquiryState]?: InquiryState };
  /** Asking again is no mistake: it is so already. */
  readonly repeats: boolean;
  /** Not when an appointment came of it. */
  readonly unbooked?: true;
}

const RULES: { readonly [Action in InquiryAction]: Rule } = {
  // Late is better than never: what lapsed while the artist was away may still be answered.
  answer: { by: 'artist', from: { OPEN: 'OFFERED', EXPIRED: 'OFFERED' }, repeats: false },
  // Another session, other times; also when it was thought to be over (a touch-up).
  offer: {
    by: 'artist',
    from: { OFFERED: 'OFFERED', EXPIRED: 'OFFERED', CLOSED: 'OFFERED' },
    repeats: false,
  },
  pick: { by: 'client', from: { OFFERED: 'OFFERED' }, repeats: false },
  decline: { by: 'artist', from: { OPEN: 'DECLINED', OFFERED: 'DECLINED' }, repeats: true, unbooked: true },
  withdraw: {
    by: 'client',
    from: { OPEN: 'WITHDRAWN', OFFERED: 'WITHDRAWN' },
    repeats: true,
    unbooked: true,
  },
  expire: { by: 'system', from: { OPEN: 'EXPIRED', OFFERED: 'EXPIRED' }, repeats: true },
  close: { by: 'artist', from: { OFFERED: 'CLOSED' }, repeats: true },
};

/**
 * The life of an inquiry: the one place that knows which step leads where and who may take it. What it was booked for
 * lives on as bookings, each with a life of its own.
 */
export function stepInquiry(inquiry: Inquiry, { action, by }: InquiryStep): InquiryStepResult {
  const rule = RULES[action];
  if (rule.by !== by) return refuse('not-allowed');
  const next = rule.from[inquiry.state];
  if (next === undefined) {
    if (rule.repeats && Object.values(rule.from).includes(inquiry.state))
      return { ok: true, outcome: 'already', state: inquiry.state };
    return whyNot(inquiry.state);
  }
  if (rule.unbooked && inquiry.booked) return refuse('booked');
  // Times that nobody chose lapse; the appointments that were made before do not.
  const state = action === 'expire' && inquiry.booked ? 'CLOSED' : next;
  return { ok: true, outcome: 'changed', state };
}

function whyNot(state: InquiryState): InquiryRefused {
  if (state === 'OPEN') return refuse('not-answered');
  return state === 'OFFERED' ? refuse('answered') : { ok: false, refusal: 'over', state };
}

function refuse(refusal: InquiryRefusal): InquiryRefused {
  return { ok: false, refusal };
}
