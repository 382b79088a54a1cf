import { describe, expect, it } from 'vitest';
import { answer, type Original } from './reply.ts';

const box = (address: string, name = '') => ({ name, address });
const original = (changes: Partial<Original> = {}): Original => ({
  messageId: '1@x',
  references: ['0@x'],
  from: [box('leo@x.test', 'Léo')],
  replyTo: [],
  to: [box('info@studio.test'), box('ana@x.test')],
  cc: [box('LEO@x.test'), box('max@x.test')],
  subject: 'AW: Rose',
  text: 'Hello\n> before\n\n-- \nLéo',
  ...changes,
});
const words = { wrote: 'Léo wrote:', forwarded: 'Forwarded', headers: [{ name: 'From', value: 'Léo' }] };
const own = ['INFO@studio.test'];

describe('answers', () => {
  it('M5: go to whoever wrote, under what was written, with the words quoted', () => {
    expect(answer('reply', original(), own, words)).toEqual({
      to: [box('leo@x.test', 'Léo')],
      cc: [],
      subject: 'Re: Rose',
      inReplyTo: '1@x',
      references: ['0@x', '1@x'],
      text: '\n\nLéo wrote:\n> Hello\n>> before\n',
    });
  });

  it('M5: go where the sender wants them', () => {
    expect(answer('reply', original({ replyTo: [box('desk@x.test')] }), own, words).to).toEqual([
      box('desk@x.test'),
    ]);
  });

  it('M5: to all go to everybody once, and not to oneself', () => {
    const { to, cc } = answer('reply-all', original(), own, words);
    expect(to.map(({ address }) => address)).toEqual(['leo@x.test', 'ana@x.test']);
    expect(cc.map(({ address }) => address)).toEqual(['max@x.test']);
  });

  it('M5: to one’s own mail go on to whom it went', () => {
    const mine = original({ from: [box('info@studio.test')], to: [box('ana@x.test')], cc: [] });
    expect(answer('reply', mine, own, words).to).toEqual([box('ana@x.test')]);
    const toSelf = original({ from: [box('info@studio.test')], to: [box('info@studio.test')], cc: [] });
    expect(answer('reply-all', toSelf, own, words).to).toEqual([box('info@studio.test')]);
  });

  it('M5: what is sent on answers nobody, and says whose it is', () => {
    const on = answer('forward', original(), own, words);
    expect(on).toMatchObject({ to: [], subject: 'Fwd: Rose', inReplyTo: null });
    expect(on.text).toContain('---------- Forwarded ----------\nFrom: Léo\n\nHello');
  });
});
