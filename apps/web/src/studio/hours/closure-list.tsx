import { Plane, Trash2 } from 'lucide-react';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { DateField } from '../../ui/date/date-field.tsx';
import { type ClosureDraft, closureProblem } from './hours-draft.ts';

interface ClosureListProps {
  readonly closures: readonly ClosureDraft[];
  readonly onChange: (closures: readonly ClosureDraft[]) => void;
  readonly disabled: boolean;
}

/** Days on which the artist is away, with the reason for the studio's eyes. */
export function ClosureList({ closures, onChange, disabled }: ClosureListProps) {
  const { words } = useReader();
  return (
    <div>
      <ul className="divide-y divide-line">
        {closures.map((closure, index) => (
          <ClosureRow
            // Dates change while they are typed; the place in the list does not.
            key={`closure ${index}`}
            number={index + 1}
            closure={closure}
            disabled={disabled}
            onChange={(next) => onChange(closures.with(index, next))}
            onRemove={() => onChange(closures.toSpliced(index, 1))}
          />
        ))}
      </ul>
      {closures.length === 0 && <p className="py-2 text-soft">{words.hours.noClosures}</p>}
      {!disabled && (
        <Button size="small" onClick={() => onChange([...closures, { from: '', to: '', reason: '' }])}>
          <Plane aria-hidden className="size-4" />
          {words.hours.addClosure}
        </Button>
      )}
    </div>
  );
}

interface ClosureRowProps {
  readonly number: number;
  readonly closure: ClosureDraft;
  readonly disabled: boolean;
  readonly onChange: (closure: ClosureDraft) => void;
  readonly onRemove: () => void;
}

function ClosureRow({ number, closure, disabled, onChange, onRemove }: ClosureRowProps) {
  const { words } = useReader();
  const problem = closureProblem(closure);
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center gap-2">
        <DateField
          label={words.hours.awayFrom({ number })}
          invalid={problem === 'from'}
          value={closure.from}
          disabled={disabled}
          className="w-48"
          onChange={(from) =>
            // One day off needs one date typed.
            onChange({
              ...closure,
              from,
              to: closure.to === '' || closure.to === closure.from ? from : closure.to,
            })
          }
        />
        <span aria-hidden>–</span>
        <DateField
          label={words.hours.awayTo({ number })}
          invalid={problem === 'to' || problem === 'order'}
          value={closure.to}
          disabled={disabled}
          className="w-48"
          onChange={(to) => onChange({ ...closure, to })}
        />
        <Input
          aria-label={words.hours.awayReason({ number })}
          placeholder={words.hours.reason}
          value={closure.reason}
          disabled={disabled}
          maxLength={200}
          className="min-w-40 flex-1"
          onChange={(event) => onChange({ ...closure, reason: event.target.value })}
        />
        {!disabled && (
          <IconButton icon={Trash2} label={words.hours.removeClosure({ number })} onClick={onRemove} />
        )}
      </div>
      {problem === 'order' && (
        <p role="alert" className="mt-1 text-[13px] text-bad">
          {words.hours.wrongOrder}
        </p>
      )}
    </li>
  );
}
