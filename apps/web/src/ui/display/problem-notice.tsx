import { problemOf } from '../../api/problem.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Notice } from './notice.tsx';

/** An error of the API, in words. */
export function ProblemNotice({ error }: { readonly error: unknown }) {
  const { words, language } = useReader();
  const { message, hint } = problemOf(error, words, language);
  return <Notice tone="bad" title={message} hint={hint} />;
}
