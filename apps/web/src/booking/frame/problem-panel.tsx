import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { problemOf } from '../api/problem.ts';
import { useReader } from '../language/reader.ts';

interface ProblemPanelProps {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
}

/** What happened, what was kept, and a way on. */
export function ProblemPanel({ error, title, onRetry }: ProblemPanelProps) {
  const reader = useReader();
  const { message, hint } = problemOf(error, reader);
  const action = onRetry && <Button onClick={onRetry}>{reader.words.common.retry}</Button>;
  return (
    <Notice
      tone="bad"
      title={title ?? message}
      hint={title ? [message, hint].filter(Boolean).join(' ') : hint}
      action={action}
    />
  );
}
