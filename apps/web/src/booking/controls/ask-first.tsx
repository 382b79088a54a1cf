import { type ReactNode, useEffect, useRef } from 'react';
import { Button, type ButtonLook } from '../../ui/controls/button.tsx';

interface AskFirstProps {
  readonly question: string;
  readonly hint: string;
  readonly confirm: string;
  readonly keep: string;
  readonly look?: ButtonLook;
  readonly pending: boolean;
  readonly onConfirm: () => void;
  readonly onKeep: () => void;
  readonly children?: ReactNode;
}

/**
 * Asks before something that cannot be taken back. In place rather than in a dialog: inside a frame as tall as its
 * content, the middle of the window may be far away.
 */
export function AskFirst({ question, hint, confirm, keep, look = 'danger', ...rest }: AskFirstProps) {
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus(), []);
  return (
    <div
      role="group"
      aria-label={question}
      className="animate-rise rounded-2xl border border-line-strong bg-surface p-5"
    >
      <h3 ref={title} tabIndex={-1} className="text-base font-semibold">
        {question}
      </h3>
      <p className="mt-1 text-soft">{hint}</p>
      {rest.children}
      <div className="mt-4 flex flex-col gap-2 sm:flex-row-reverse sm:justify-end">
        <Button look={look} size="large" pending={rest.pending} onClick={rest.onConfirm}>
          {confirm}
        </Button>
        <Button size="large" onClick={rest.onKeep}>
          {keep}
        </Button>
      </div>
    </div>
  );
}
