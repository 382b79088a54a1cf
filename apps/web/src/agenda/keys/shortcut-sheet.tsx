import { useReader } from '../../language/studio-reader.ts';
import { Dialog } from '../../ui/overlay/dialog.tsx';
import { KEY_TABLE, type Where } from './key-table.ts';

interface ShortcutSheetProps {
  readonly open: boolean;
  readonly onClose: () => void;
  /** Left out: those of the agenda. */
  readonly places?: readonly Where[];
}

const OF_AGENDA: readonly Where[] = ['page', 'grid'];

/** Every key that counts in these places, as the table has them. */
export function ShortcutSheet({ open, onClose, places = OF_AGENDA }: ShortcutSheetProps) {
  const { words } = useReader();
  return (
    <Dialog open={open} onClose={onClose} title={words.agenda.shortcuts}>
      {places.map((where) => (
        <section key={where} className="mb-5">
          <h3 className="mb-1 text-xs font-medium text-soft">{words.agenda.keysOf[where]}</h3>
          <dl className="divide-y divide-line">
            {KEY_TABLE.filter((row) => row.where === where).map(({ id, keys }) => (
              <div key={id} className="flex items-center justify-between gap-4 py-2">
                <dt>{words.agenda.shortcut[id]}</dt>
                <Keys keys={keys} />
              </div>
            ))}
          </dl>
        </section>
      ))}
    </Dialog>
  );
}

/** Each of its ways, or only the first and the last of a longer row of signs. */
function Keys({ keys }: { readonly keys: readonly string[] }) {
  const { words } = useReader();
  const range = keys.length > 4;
  const shown = range ? [keys[0] ?? '', keys.at(-1) ?? ''] : keys;
  return (
    <dd className="flex flex-wrap items-center justify-end gap-1.5 text-soft">
      {shown.map((key, index) => (
        <span key={key} className="flex items-center gap-1.5">
          {index > 0 && (range ? '–' : words.agenda.or)}
          <KeyCaps sign={key} />
        </span>
      ))}
    </dd>
  );
}

/** As they are printed. @param sign as `keyOf` names it: `Mod+Shift+z` */
export function KeyCaps({ sign }: { readonly sign: string }) {
  return (
    <span className="flex items-center gap-1.5">
      {sign.split('+').map((part) => (
        <KeyCap key={part} name={part} />
      ))}
    </span>
  );
}

const SIGNS: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
};

function KeyCap({ name }: { readonly name: string }) {
  const { words } = useReader();
  const named: Readonly<Record<string, string>> = words.agenda.keyNames;
  return (
    <kbd className="min-w-7 rounded-md border border-line bg-sunken px-1.5 py-0.5 text-center font-sans text-[13px] text-ink">
      {SIGNS[name] ?? named[name] ?? name.toUpperCase()}
    </kbd>
  );
}
