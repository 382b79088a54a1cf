import { useReader } from '../language/studio-reader.ts';
import { Button } from '../ui/controls/button.tsx';

interface SaveBarProps {
  readonly dirty: boolean;
  readonly pending: boolean;
  /** Why it cannot be saved yet. */
  readonly blocked?: string | null;
  readonly onDiscard: () => void;
  /** Left out where the bar stands in a form that is submitted. */
  readonly onSave?: () => void;
}

/** Rises when something was changed, and stays in sight until it is saved or taken back. */
export function SaveBar({ dirty, pending, blocked = null, onDiscard, onSave }: SaveBarProps) {
  const { words } = useReader();
  if (!dirty) return null;
  return (
    <div className="sticky bottom-3 z-10 mt-5 flex animate-rise flex-wrap items-center justify-between gap-3 rounded-2xl border border-line bg-raised py-3 pr-3 pl-5 shadow-float">
      <p role="status" className={blocked ? 'text-bad' : 'text-soft'}>
        {blocked ?? words.unsaved.notice}
      </p>
      <div className="flex gap-2">
        <Button onClick={onDiscard}>{words.unsaved.discard}</Button>
        <Button
          look="primary"
          pending={pending}
          disabled={blocked !== null}
          {...(onSave ? { onClick: onSave } : { type: 'submit' as const })}
        >
          {words.common.save}
        </Button>
      </div>
    </div>
  );
}
