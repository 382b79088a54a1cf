import { Archive, Armchair, ArrowDown, ArrowUp, Check, Pencil, RotateCcw } from 'lucide-react';
import type { StudioService } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
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
  const { words } = useReader();
  const { locale } = useFormats();
  const { name, minutes, price, deposit, active, autoConfirm, needsChair, questions } = service;
  const facts = [
    durationText(minutes, locale),
    price,
    deposit && words.bookings.depositOf({ deposit }),
    questions.length > 0 && words.services.questionCount({ count: questions.length }),
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 py-2.5">
      <div className="min-w-48 flex-1">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          {autoConfirm === true && (
            <Badge icon={Check} tone="good">
              {words.services.atOnce}
            </Badge>
          )}
          {autoConfirm === false && <Badge>{words.services.onRequest}</Badge>}
          {needsChair && <Badge icon={Armchair}>{words.services.chair}</Badge>}
        </p>
        <p className="text-[13px] text-soft">{facts.join(' · ')}</p>
      </div>
      {!disabled && (
        <div className="-mx-2.5 flex">
          {active && (
            <>
              <IconButton
                icon={ArrowUp}
                label={words.services.up({ name })}
                disabled={onUp === null}
                onClick={() => onUp?.()}
              />
              <IconButton
                icon={ArrowDown}
                label={words.services.down({ name })}
                disabled={onDown === null}
                onClick={() => onDown?.()}
              />
              <IconButton icon={Pencil} label={words.services.edit({ name })} onClick={onEdit} />
            </>
          )}
          <IconButton
            icon={active ? Archive : RotateCcw}
            label={(active ? words.services.retire : words.services.restore)({ name })}
            onClick={() => onActive(!active)}
          />
        </div>
      )}
    </li>
  );
}
