import { expect, test } from 'vitest';
import { openKeptAnswers } from './kept-answers.ts';

const answer = (text: string) => async () => Buffer.from(text);

test('I6 an answer is made once, however many ask for it at the same time', async () => {
  const answers = openKeptAnswers(100);
  const release = Promise.withResolvers<Buffer>();
  let made = 0;
  const make = () => {
    made += 1;
    return release.promise;
  };
  const asked = [answers.get('a', make), answers.get('a', make), answers.get('a', make)];
  release.resolve(Buffer.from('one'));
  expect((await Promise.all(asked)).map(String)).toEqual(['one', 'one', 'one']);
  expect(String(await answers.get('a', answer('two')))).toBe('one');
  expect(made).toBe(1);
});

test('I6 an answer of another key is another answer', async () => {
  const answers = openKeptAnswers(100);
  expect(String(await answers.get('revision 1', answer('old')))).toBe('old');
  expect(String(await answers.get('revision 2', answer('new')))).toBe('new');
});

test('I6 one that could not be made is asked for again', async () => {
  const answers = openKeptAnswers(100);
  await expect(answers.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(String(await answers.get('a', answer('there')))).toBe('there');
});

test('I6 those that nobody has asked for longest make room', async () => {
  const answers = openKeptAnswers(10);
  await answers.get('a', answer('aaaa'));
  await answers.get('b', answer('bbbb'));
  await answers.get('a', answer('never'));
  await answers.get('c', answer('cccc'));
  expect(String(await answers.get('a', answer('again')))).toBe('aaaa');
  expect(String(await answers.get('b', answer('again')))).toBe('again');
});

test('I6 one that is larger than all the room is given and not kept', async () => {
  const answers = openKeptAnswers(3);
  expect(String(await answers.get('a', answer('large')))).toBe('large');
  expect(String(await answers.get('a', answer('anew')))).toBe('anew');
});
