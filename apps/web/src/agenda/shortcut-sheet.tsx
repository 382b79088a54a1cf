import { useTranslation } from 'react-i18next';
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
  const { t } = useTranslation();
  return (
    <Dialog open={open} onClose={onClose} title={t('agenda.shortcuts')}>
      <dl className="divide-y divide-line">
        {SHORTCUTS.map(([name, keys]) => (
          <div key={name} className="flex items-center justify-between py-2.5">
            <dt>{t(`agenda.shortcut.${name}`)}</dt>
            <dd className="flex items-center gap-1.5 text-soft">
              {keys.map((key, index) => (
                <span key={key} className="flex items-center gap-1.5">
                  {index > 0 && t('agenda.or')}
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
