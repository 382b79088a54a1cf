import { useReader } from '../language/studio-reader.ts';
import { Dialog } from '../ui/overlay/dialog.tsx';

const SHORTCUTS = [
  ['today', ['T']],
  ['previous', ['P', '←']],
  ['next', ['N', '→']],
  ['month', ['M']],
  ['week', ['W']],
  ['day', ['D']],
  ['list', ['L']],
  ['help', ['?']],
] as const;

export function ShortcutSheet({ open, onClose }: { readonly open: boolean; readonly onClose: () => void }) {
  const { words } = useReader();
  return (
    <Dialog open={open} onClose={onClose} title={words.agenda.shortcuts}>
      <dl className="divide-y divide-line">
        {SHORTCUTS.map(([name, keys]) => (
          <div key={name} className="flex items-center justify-between py-2.5">
            <dt>{words.agenda.shortcut[name]}</dt>
            <dd className="flex items-center gap-1.5 text-soft">
              {keys.map((key, index) => (
                <span key={key} className="flex items-center gap-1.5">
                  {index > 0 && words.agenda.or}
                  <kbd className="min-w-7 rounded-md border border-line bg-sunken px-1.5 py-0.5 text-center font-sans text-[13px] text-ink">
                    {key}
                  </kbd>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
