import { ArrowDown, ArrowUp, EyeOff, GripVertical } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { classNames } from '../../ui/class-names.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';

interface ArrangeFrameProps {
  readonly name: string;
  /** In its column. */
  readonly place: number;
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
export function ArrangeFrame({
  name,
  place,
  dragged,
  onStep,
  onHide,
  onDrag,
  onOver,
  children,
}: ArrangeFrameProps) {
  const { words } = useReader();
  const used = useRef<HTMLElement>(null);
  // What moves in the page loses the focus: whoever moves it by keys goes on from where they were.
  useLayoutEffect(() => {
    used.current?.focus();
    used.current = null;
  }, [place]);
  const go = (button: HTMLElement, step: -1 | 1) => {
    used.current = button;
    onStep(step);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    go(event.currentTarget, step);
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
        <IconButton
          icon={ArrowUp}
          label={words.dashboard.upOf({ name })}
          onClick={(event) => go(event.currentTarget, -1)}
        />
        <IconButton
          icon={ArrowDown}
          label={words.dashboard.downOf({ name })}
          onClick={(event) => go(event.currentTarget, 1)}
        />
        <IconButton icon={EyeOff} label={words.dashboard.hideOf({ name })} onClick={onHide} />
      </div>
      <div inert>{children}</div>
    </div>
  );
}
