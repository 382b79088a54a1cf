import { ArrowDown, ArrowUp, EyeOff, GripVertical } from 'lucide-react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';

interface ArrangeFrameProps {
  readonly name: string;
  readonly dragged: boolean;
  readonly onStep: (step: -1 | 1) => void;
  readonly onHide: () => void;
  readonly onDrag: (dragging: boolean) => void;
  /** Another widget is held over this one. */
  readonly onOver: () => void;
  readonly children: ReactNode;
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** A widget while the dashboard is arranged: dragged, moved by keys or buttons, hidden; what is in it sleeps. */
export function ArrangeFrame({ name, dragged, onStep, onHide, onDrag, onOver, children }: ArrangeFrameProps) {
  const { words } = useReader();
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onStep(step);
  };
  return (
    <div
      data-widget={name}
      className={classNames(
        'rounded-2xl border-2 border-dashed border-line-strong p-2 transition-opacity',
        dragged && 'opacity-50',
      )}
      onDragEnter={onOver}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => event.preventDefault()}
    >
      <div
        draggable
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          event.dataTransfer.setData('text/plain', name);
          onDrag(true);
        }}
        onDragEnd={() => onDrag(false)}
        className="mb-2 flex cursor-grab items-center gap-1 active:cursor-grabbing"
      >
        <button
          type="button"
          aria-label={words.dashboard.dragOf({ name })}
          onKeyDown={onKeyDown}
          className="inline-flex size-10 shrink-0 items-center justify-center rounded-lg text-soft hover:bg-sunken hover:text-ink pointer-coarse:size-11"
        >
          <GripVertical aria-hidden className="size-4.5" />
        </button>
        <p className="min-w-0 flex-1 font-medium">{name}</p>
        <IconButton icon={ArrowUp} label={words.dashboard.upOf({ name })} onClick={() => onStep(-1)} />
        <IconButton icon={ArrowDown} label={words.dashboard.downOf({ name })} onClick={() => onStep(1)} />
        <IconButton icon={EyeOff} label={words.dashboard.hideOf({ name })} onClick={onHide} />
      </div>
      <div inert>{children}</div>
    </div>
  );
}
