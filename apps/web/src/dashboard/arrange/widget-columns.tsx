import { LayoutDashboard } from 'lucide-react';
import { useState } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { Card } from '../../ui/display/card.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import type { Widget, WidgetProps } from '../widgets/registry.ts';
import { ArrangeFrame } from './arrange-frame.tsx';
import { type Arrangement, movedTo } from './arrangement.ts';
import { HiddenWidgets } from './hidden-widgets.tsx';

interface WidgetColumnsProps {
  readonly shown: readonly Widget[];
  readonly hidden: readonly Widget[];
  readonly day: WidgetProps;
  /** Null while nobody arranges them. */
  readonly onArrange: ((arrangement: Arrangement) => void) | null;
}

/** Lists in the wide column, glances beside it; each keeps to its own. */
export function WidgetColumns({ shown, hidden, day, onArrange }: WidgetColumnsProps) {
  const { words } = useReader();
  const [dragged, setDragged] = useState<string | null>(null);
  const [said, setSaid] = useState('');
  const ids = [...shown, ...hidden].map(({ id }) => id);
  const hiddenIds = hidden.map(({ id }) => id);
  const move = ({ id, size }: Widget, target: Widget | undefined) => {
    if (!target || target.id === id || target.size !== size) return;
    const order = movedTo(ids, id, target.id);
    onArrange?.({ order, hidden: hiddenIds });
    const column = order.filter((one) => shown.some((widget) => widget.id === one && widget.size === size));
    const place = { place: String(column.indexOf(id) + 1), count: String(column.length) };
    setSaid(words.dashboard.placed({ name: words.dashboard.widgets[id], ...place }));
  };
  const hide = ({ id }: Widget) => {
    onArrange?.({ order: ids, hidden: [...hiddenIds, id] });
    setSaid(words.dashboard.hiddenNow({ name: words.dashboard.widgets[id] }));
  };
  const widgetOf = (widget: Widget, index: number, column: readonly Widget[]) => {
    const Content = widget.component;
    if (!onArrange) return <Content key={widget.id} {...day} />;
    const held = column.find(({ id }) => id === dragged);
    return (
      <ArrangeFrame
        key={widget.id}
        name={words.dashboard.widgets[widget.id]}
        place={index}
        dragged={dragged === widget.id}
        onStep={(step) => move(widget, column[index + step])}
        onHide={() => hide(widget)}
        onDrag={(dragging) => setDragged(dragging ? widget.id : null)}
        onOver={() => held && move(held, widget)}
      >
        <Content {...day} />
      </ArrangeFrame>
    );
  };
  const [wide, narrow] = (['wide', 'narrow'] as const).map((size) =>
    shown.filter((widget) => widget.size === size),
  ) as [Widget[], Widget[]];
  return (
    <>
      <p role="status" className="sr-only">
        {said}
      </p>
      {shown.length === 0 && (
        <Card>
          <EmptyState
            icon={LayoutDashboard}
            title={words.dashboard.allHidden}
            hint={words.dashboard.allHiddenHint}
          />
        </Card>
      )}
      <div
        className={
          wide.length > 0 && narrow.length > 0
            ? 'grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_23rem]'
            : 'grid items-start gap-5'
        }
      >
        {wide.length > 0 && <div className="grid gap-5">{wide.map(widgetOf)}</div>}
        {narrow.length > 0 && (
          <div
            className={
              wide.length > 0
                ? 'grid items-start gap-5 md:grid-cols-2 lg:grid-cols-1'
                : 'grid items-start gap-5 md:grid-cols-2 lg:grid-cols-3'
            }
          >
            {narrow.map(widgetOf)}
          </div>
        )}
      </div>
      {onArrange && (
        <HiddenWidgets
          widgets={hidden}
          onShow={(id) => onArrange({ order: ids, hidden: hiddenIds.filter((one) => one !== id) })}
        />
      )}
    </>
  );
}
