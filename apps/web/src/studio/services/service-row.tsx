import { Archive, Armchair, ArrowDown, ArrowUp, Check, Pencil, RotateCcw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { StudioService } from '../../api/answers.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { durationText } from '../../time/duration.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Badge } from '../../ui/display/badge.tsx';

interface ServiceRowProps {
  readonly service: StudioService;
  readonly disabled: boolean;
  readonly onEdit: () => void;
  readonly onActive: (active: boolean) => void;
  /** Null where it is the first, or the last. */
  readonly onUp: (() => void) | null;
  readonly onDown: (() => void) | null;
}

export function ServiceRow({ service, disabled, onEdit, onActive, onUp, onDown }: ServiceRowProps) {
  const { t } = useTranslation();
  const { locale } = useFormats();
  const { name, minutes, price, deposit, active, autoConfirm, needsChair, questions } = service;
  const facts = [
    durationText(minutes, locale),
    price,
    deposit && t('bookings.depositOf', { deposit }),
    questions.length > 0 && t('services.questionCount', { count: questions.length }),
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2.5">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {autoConfirm === true && (
            <Badge icon={Check} tone="good">
              {t('services.atOnce')}
            </Badge>
          )}
          {autoConfirm === false && <Badge>{t('services.onRequest')}</Badge>}
          {needsChair && <Badge icon={Armchair}>{t('services.chair')}</Badge>}
        </p>
        <p className="text-[13px] text-soft">{facts.join(' · ')}</p>
      </div>
      {!disabled && (
        <div className="-mx-2.5 flex">
          {active && (
            <>
              <IconButton
                icon={ArrowUp}
                label={t('services.up', { name })}
                disabled={onUp === null}
                onClick={() => onUp?.()}
              />
              <IconButton
                icon={ArrowDown}
                label={t('services.down', { name })}
                disabled={onDown === null}
                onClick={() => onDown?.()}
              />
              <IconButton icon={Pencil} label={t('services.edit', { name })} onClick={onEdit} />
            </>
          )}
          <IconButton
            icon={active ? Archive : RotateCcw}
            label={t(active ? 'services.retire' : 'services.restore', { name })}
            onClick={() => onActive(!active)}
          />
        </div>
      )}
    </li>
  );
}
