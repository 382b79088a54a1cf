import { RotateCcw } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { useLiveState } from '../../live/live-context.ts';
import { useAge } from '../../time/age-text.tsx';
import { Button } from '../../ui/controls/button.tsx';

/** An answer that a widget shows, as far as its age goes. */
export interface Asked {
  readonly dataUpdatedAt: number;
  readonly error: unknown;
  readonly isFetching: boolean;
  readonly refetch: () => Promise<unknown>;
}

interface WidgetFootProps {
  readonly asked: Asked;
  /** Says its age while all is well too. */
  readonly always?: boolean;
}

/** How old what a widget shows is, plainly when it may be out of date, and another try where there was none. */
export function WidgetFoot({ asked, always = false }: WidgetFootProps) {
  const { words } = useReader();
  const age = useAge();
  const live = useLiveState();
  const { dataUpdatedAt, error, isFetching, refetch } = asked;
  const stale = live === 'offline' || live === 'reconnecting';
  const failed = error !== null;
  if (!failed && (dataUpdatedAt === 0 || !(stale || always))) return null;
  const told = { age: age(new Date(dataUpdatedAt)) };
  return (
    <div className="flex items-center justify-between gap-3 border-t border-line px-5 py-2 text-xs text-soft">
      <p role="status">
        {failed ? (
          <span className="text-bad">
            {dataUpdatedAt === 0 ? words.dashboard.widgetFailed : words.dashboard.failed}
          </span>
        ) : (
          (stale ? words.dashboard.stale : words.dashboard.updated)(told)
        )}
      </p>
      {failed && (
        <Button size="small" look="quiet" pending={isFetching} onClick={() => void refetch()}>
          {!isFetching && <RotateCcw aria-hidden className="size-3.5" />}
          {words.dashboard.retry}
        </Button>
      )}
    </div>
  );
}
