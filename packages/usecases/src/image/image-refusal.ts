import { type Outcome, refused } from '../outcome.ts';
import type { ImageProblem } from './image-maker.ts';

const WORDS: Readonly<Record<ImageProblem, readonly [message: string, hint: string]>> = {
  'not-a-picture': [
    'This is no picture that can be read here. Nothing was kept.',
    'Send it as JPEG, PNG, WebP or GIF; a telephone makes a JPEG of it when you share it.',
  ],
  unreadable: [
    'This picture is broken or cut off. Nothing was kept.',
    'Open it once on your own machine, save it again, and send that.',
  ],
  'too-large': [
    'This picture has too many pixels. Nothing was kept.',
    'Make it smaller, or send a photo of it.',
  ],
};

export function imageRefusal(problem: ImageProblem): Outcome<never> {
  const [message, hint] = WORDS[problem];
  return refused('invalid', message, hint);
}
