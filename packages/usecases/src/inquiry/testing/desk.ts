import { randomUUID } from 'node:crypto';
import { OPERATOR } from '../../actor.ts';
import { expectOk, type TestStudio } from '../../booking/testing/studio.ts';
import { givenStudio } from '../../studio/testing/given.ts';
import { type SendContext, type SendInquiry, type SentInquiry, sendInquiry } from '../client/send-inquiry.ts';
import { type AnswerInquiry, answerInquiry } from '../studio/answer-inquiry.ts';
import { type StudioInquiry, seeStudioInquiry } from '../studio-inquiries.ts';

/** Ideas in a test studio. */
export interface TestInquiries {
  readonly context: SendContext;
  send(more?: Partial<SendInquiry>, key?: string): Promise<SentInquiry>;
  seen(id: string): Promise<StudioInquiry>;
  /** Answers with these times, of 12 March, for the first of three sessions of two hours. */
  answer(id: string, times: readonly string[], more?: Partial<AnswerInquiry>): Promise<StudioInquiry>;
}

export const IDEA: SendInquiry = {
  artist: 'lea',
  idea: 'A swallow over the shoulder',
  placement: 'left shoulder',
  size: '12 cm',
  client: { name: 'Nora', email: 'nora@example.org' },
  language: 'en',
};

export function testInquiries(studio: TestStudio): TestInquiries {
  const context: SendContext = {
    ...studio.context,
    given: givenStudio({ url: 'https://studio.example' }),
    origin: null,
  };
  const seen = async (id: string) => expectOk(await seeStudioInquiry(context, OPERATOR, id));
  return {
    context,
    seen,
    send: async (more = {}, key = randomUUID()) =>
      expectOk(await sendInquiry(context, { ...IDEA, ...more }, key)),
    async answer(id, times, more = {}) {
      const { version } = await seen(id);
      const first = { minutes: 120, times: times.map(studio.at) };
      const later = { minutes: 90, times: [] };
      const terms = { quote: '900', deposit: '100', message: 'I like it.', sessions: [first, later, later] };
      return expectOk(await answerInquiry(context, OPERATOR, { id, version, ...terms, ...more }));
    },
  };
}
