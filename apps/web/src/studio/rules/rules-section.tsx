import { useState } from 'react';
import type { StudioArtist } from '../../api/answers.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useFormats } from '../../language/use-formats.ts';
import { UnsavedGuard } from '../../shell/unsaved-guard.tsx';
import { DAY } from '../../time/duration.ts';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Switch } from '../../ui/controls/switch.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Panel } from '../panel.tsx';
import { SaveBar } from '../save-bar.tsx';
import { useSetArtist } from '../use-set-artist.ts';
import { DurationField } from './duration-field.tsx';
import { BOUNDS, type RulesDraft, readLimit, rulesDraft, sentRules } from './rules-draft.ts';

/** What clients may book by themselves, and until when they may change their mind. */
export function RulesSection({ artist }: { readonly artist: StudioArtist }) {
  const { words } = useReader();
  const { locale } = useFormats();
  const { slug, mayEdit } = artist;
  const [edited, setEdited] = useState<RulesDraft | null>(null);
  const draft = edited ?? rulesDraft(artist, locale);
  const set = useSetArtist(() => setEdited(null));
  const sent = sentRules(draft);
  const dirty =
    edited !== null && JSON.stringify(sent) !== JSON.stringify(sentRules(rulesDraft(artist, locale)));
  return (
    <div className="space-y-5">
      <RuleFields
        draft={draft}
        disabled={!mayEdit}
        onChange={(change) => setEdited({ ...draft, ...change })}
      />
      {set.error && <ProblemNotice error={set.error} />}
      <SaveBar
        dirty={dirty}
        pending={set.isPending}
        blocked={sent === null ? words.rules.blocked : null}
        onDiscard={() => setEdited(null)}
        onSave={() => sent && set.mutate({ slug, ...sent })}
      />
      <UnsavedGuard dirty={dirty && !set.isPending} />
    </div>
  );
}

interface RuleFieldsProps {
  readonly draft: RulesDraft;
  readonly onChange: (change: Partial<RulesDraft>) => void;
  readonly disabled: boolean;
}

function RuleFields({ draft, onChange, disabled }: RuleFieldsProps) {
  const { words } = useReader();
  const length = (name: 'notice' | 'horizon' | 'interval' | 'cutOff', unit = 1) => (
    <DurationField
      label={words.rules[name]}
      hint={words.rules[`${name}Hint`]}
      value={draft[name]}
      unit={unit}
      bounds={BOUNDS[name]}
      disabled={disabled}
      onChange={(typed) => onChange({ [name]: typed })}
    />
  );
  return (
    <>
      <Panel title={words.rules.confirm}>
        <div className="flex items-start gap-3">
          <Switch
            checked={draft.autoConfirm}
            onChange={(autoConfirm) => onChange({ autoConfirm })}
            label={words.rules.autoConfirm}
            disabled={disabled}
          />
          <div>
            <p className="font-medium">{words.rules.autoConfirm}</p>
            <p className="text-[13px] text-soft">
              {draft.autoConfirm ? words.rules.autoConfirmOn : words.rules.autoConfirmOff}
            </p>
          </div>
        </div>
      </Panel>
      <Panel title={words.rules.when} lead={words.rules.whenLead}>
        <div className="grid gap-5 sm:grid-cols-2">
          {length('notice')}
          {length('horizon', DAY)}
          {length('interval')}
          <DailyLimit draft={draft} onChange={onChange} disabled={disabled} />
        </div>
      </Panel>
      <Panel title={words.rules.change} lead={words.rules.changeLead}>
        {length('cutOff')}
      </Panel>
    </>
  );
}

function DailyLimit({ draft, onChange, disabled }: RuleFieldsProps) {
  const { words } = useReader();
  return (
    <Field
      label={words.rules.daily}
      hint={words.rules.dailyHint}
      error={readLimit(draft.daily) === undefined ? words.rules.dailyWrong : undefined}
    >
      {(control) => (
        <Input
          {...control}
          value={draft.daily}
          disabled={disabled}
          inputMode="numeric"
          autoComplete="off"
          placeholder={words.rules.noLimit}
          className="max-w-60"
          onChange={(event) => onChange({ daily: event.target.value })}
        />
      )}
    </Field>
  );
}
