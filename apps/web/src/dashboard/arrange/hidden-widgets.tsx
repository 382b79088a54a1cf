import { Plus } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import type { Widget } from '../widgets/registry.ts';

interface HiddenWidgetsProps {
  readonly widgets: readonly Widget[];
  readonly onShow: (id: string) => void;
}

/** What somebody does not want to see, to be brought back. */
export function HiddenWidgets({ widgets, onShow }: HiddenWidgetsProps) {
  const { words } = useReader();
  if (widgets.length === 0) return null;
  return (
    <section aria-labelledby="hidden-widgets" className="mt-6">
      <h2 id="hidden-widgets" className="mb-2 font-medium">
        {words.dashboard.hidden}
      </h2>
      <div className="flex flex-wrap gap-2">
        {widgets.map(({ id }) => {
          const name = words.dashboard.widgets[id];
          return (
            <Button
              key={id}
              size="small"
              aria-label={words.dashboard.showOf({ name })}
              onClick={() => onShow(id)}
            >
              <Plus aria-hidden className="size-4" />
              {name}
            </Button>
          );
        })}
      </div>
    </section>
  );
}
