import { describe, expect, it } from 'vitest';
import { baseSubject, forwardSubject, replySubject } from './base-subject.ts';
import { chooseThread, type KnownThread, type Threaded } from './choose-thread.ts';
import { ancestors, answerReferences, messageId, messageIds } from './message-ids.ts';

describe('subjects', () => {
  it.each([
    ['Re: Rose', 'Rose', true],
    ['RE: AW: Rép : TR: Rose', 'Rose', true],
    ['Re[2]: Rose', 'Rose', true],
    ['Antw: SV: VS: Odp: RIF: Rose', 'Rose', true],
    ['回复：Rose', 'Rose', true],
    ['Fwd: Rose', 'Rose', false],
    ['[studio] Re: Rose', 'Rose', true],
    ['[studio] Rose', '[studio] Rose', false],
    ['Rendez-vous: demain', 'Rendez-vous: demain', false],
    ['Re:', '', true],
  ])('M5: %s is about %j', (subject, base, reply) => {
    expect(baseSubject(subject)).toEqual({ base, reply });
  });

  it('M5: an answer has one prefix, however many there were', () => {
    expect(replySubject('AW: Re: Rose')).toBe('Re: Rose');
    expect(forwardSubject('Re: Rose')).toBe('Fwd: Rose');
  });
});

describe('message ids', () => {
  it('M5: are found among whatever stands beside them', () => {
    expect(messageIds('<a@x> (comment)\r\n <b@y><a@x> junk')).toEqual(['a@x', 'b@y']);
    expect(messageId(' <a@x> ')).toBe('a@x');
    expect(messageId('a@x')).toBe('a@x');
    expect(messageId('two words')).toBeNull();
    expect(ancestors('<a@x>', '<b@x> <c@x>')).toEqual(['a@x', 'b@x']);
  });

  it('M5: an answer names the first, and the last twenty', () => {
    const references = Array.from({ length: 50 }, (_, n) => `${n}@x`);
    const named = answerReferences({ messageId: 'parent@x', references });
    expect(named).toHaveLength(21);
    expect([named[0], named[1], named.at(-1)]).toEqual(['0@x', '31@x', 'parent@x']);
  });
});

describe('threads', () => {
  const NOW = new Date('2026-03-10T09:00:00Z');
  const message = (changes: Partial<Threaded> = {}): Threaded => ({
    messageId: 'new@x',
    references: [],
    subject: 'Re: Rose',
    people: ['Ann@studio.test'],
    date: NOW,
    ...changes,
  });
  const thread = (id: string, changes: Partial<KnownThread> = {}): KnownThread => ({
    id,
    messageIds: new Set(),
    subjects: new Set(['rose']),
    people: new Set(['ann@studio.test']),
    lastAt: NOW,
    ...changes,
  });

  it('M5: follow what a message answers, and what answers it', () => {
    const known = [
      thread('a', { messageIds: new Set(['old@x']) }),
      thread('b', { messageIds: new Set(['new@x']) }),
    ];
    expect(chooseThread(message({ references: ['old@x'], subject: 'Other' }), known)).toEqual({
      threadId: 'a',
      merged: ['b'],
    });
    expect(chooseThread(message({ subject: 'Other' }), known)).toEqual({ threadId: 'b', merged: [] });
  });

  it('M5: by its subject only an answer, among the same people, within a month', () => {
    expect(chooseThread(message(), [thread('a')]).threadId).toBe('a');
    expect(chooseThread(message({ subject: 'Rose' }), [thread('a')]).threadId).toBeNull();
    expect(chooseThread(message({ people: ['leo@x.test'] }), [thread('a')]).threadId).toBeNull();
    const old = thread('a', { lastAt: new Date('2026-02-01T09:00:00Z') });
    expect(chooseThread(message(), [old]).threadId).toBeNull();
    expect(chooseThread(message({ references: ['unknown@x'] }), [thread('a')]).threadId).toBeNull();
  });
});
