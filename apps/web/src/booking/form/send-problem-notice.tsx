import { Notice } from '../../ui/display/notice.tsx';
import { ProblemPanel } from '../frame/problem-panel.tsx';
import { useReader } from '../language/reader.ts';
import type { SendProblem } from './use-sending.ts';

/** Why a form has not arrived, or that nobody knows whether it has. */
export function SendProblemNotice({ problem }: { readonly problem: SendProblem | null }) {
  const { words } = useReader();
  if (!problem) return null;
  if (problem.kind === 'refused') return <ProblemPanel error={problem.error} />;
  return <Notice tone="warn" title={words.review.unknown} hint={words.review.unknownHint} />;
}
