import { RadioGroup } from 'radix-ui';
import { useId } from 'react';
import type { ConflictDetail } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { useStudioZone } from '../../shell/use-studio-zone.ts';
import { classNames } from '../../ui/class-names.ts';
import { fieldWords, type Group } from './field-words.ts';
import { groupName } from './group-name.ts';
import { timesWords } from './iso-words.ts';

type Difference = ConflictDetail['differences'][number];
type Side = 'mine' | 'theirs';

interface FieldChoiceProps {
  readonly group: Group;
  readonly rows: readonly Difference[];
  readonly value: Side | null;
  /** Null where there is nothing to choose: one side has deleted the event. */
  readonly onChange: ((side: Side) => void) | null;
}

/** One field in three versions; one of the two that are left is chosen. */
export function FieldChoice({ group, rows, value, onChange }: FieldChoiceProps) {
  const { words } = useReader();
  const titleId = useId();
  const name = groupName(group, words);
  const changed = new Set(rows.map((row) => row.changed));
  const [only] = changed;
  return (
    <section aria-labelledby={titleId}>
      <h3 id={titleId} className="mb-1.5 flex flex-wrap items-baseline gap-x-2 font-semibold">
        {name}
        {changed.size === 1 && only && (
          <span className="text-[13px] font-normal text-soft">{words.conflict.changedBy[only]}</span>
        )}
      </h3>
      <RadioGroup.Root
        value={value ?? ''}
        disabled={onChange === null}
        aria-label={words.conflict.choose({ field: name })}
        onValueChange={(side) => onChange?.(side as Side)}
        className="grid gap-2 sm:grid-cols-3"
      >
        <div className="rounded-xl border border-dashed border-line px-3 py-2.5 text-soft">
          <Version title={words.conflict.base} rows={rows} side="base" group={group} />
        </div>
        {(['mine', 'theirs'] as const).map((side) => (
          <Choice key={side} side={side} chosen={value === side} fixed={onChange === null}>
            <Version title={words.conflict[side]} rows={rows} side={side} group={group} />
          </Choice>
        ))}
      </RadioGroup.Root>
    </section>
  );
}

interface ChoiceProps {
  readonly side: Side;
  readonly chosen: boolean;
  readonly fixed: boolean;
  readonly children: React.ReactNode;
}

function Choice({ side, chosen, fixed, children }: ChoiceProps) {
  const box = 'rounded-xl border px-3 py-2.5 text-left min-h-11';
  if (fixed) return <div className={classNames(box, 'border-line')}>{children}</div>;
  return (
    <RadioGroup.Item
      value={side}
      className={classNames(
        box,
        'relative transition-colors',
        chosen ? 'border-accent bg-accent-soft' : 'border-line-strong hover:bg-sunken',
      )}
    >
      {children}
      <span
        aria-hidden
        className={classNames(
          'absolute top-3 right-3 size-4 rounded-full border-2',
          chosen ? 'border-accent bg-accent shadow-[inset_0_0_0_2.5px_var(--surface)]' : 'border-line-strong',
        )}
      />
    </RadioGroup.Item>
  );
}

interface VersionProps {
  readonly title: string;
  readonly rows: readonly Difference[];
  readonly side: Side | 'base';
  readonly group: Group;
}

function Version({ title, rows, side, group }: VersionProps) {
  const { words } = useReader();
  const formats = useFormats();
  const zone = useStudioZone();
  return (
    <>
      <span className="mb-0.5 block pr-6 text-xs font-medium text-soft">{title}</span>
      {rows.map((row) => {
        const text = row[side];
        const said =
          text === null ? [words.conflict.nothing] : fieldWords(group, text, { words, formats, zone });
        return (
          <span key={row.instance ?? ''} className="block">
            {row.instance !== null && (
              <span className="block text-[13px] text-soft">
                {words.conflict.instance({ when: formats.list(timesWords(row.instance, formats, zone)) })}
              </span>
            )}
            {said.map((line, index) => (
              <span
                key={index}
                className={classNames('block break-words', text === null && 'text-soft italic')}
              >
                {line}
              </span>
            ))}
          </span>
        );
      })}
    </>
  );
}
