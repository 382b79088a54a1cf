import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StudioArtist } from '../../api/answers.ts';
import { useFormats } from '../../i18n/use-formats.ts';
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
  const { t } = useTranslation();
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
        blocked={sent === null ? t('rules.blocked') : null}
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
  const { t } = useTranslation();
  const length = (name: 'notice' | 'horizon' | 'interval' | 'cutOff', unit = 1) => (
    <DurationField
      label={t(`rules.${name}`)}
      hint={t(`rules.${name}Hint`)}
      value={draft[name]}
      unit={unit}
      bounds={BOUNDS[name]}
      disabled={disabled}
      onChange={(typed) => onChange({ [name]: typed })}
    />
  );
  return (
    <>
      <Panel title={t('rules.confirm')}>
        <div className="flex items-start gap-3">
          <Switch
            checked={draft.autoConfirm}
            onChange={(autoConfirm) => onChange({ autoConfirm })}
            label={t('rules.autoConfirm')}
            disabled={disabled}
          />
          <div>
            <p className="font-medium">{t('rules.autoConfirm')}</p>
            <p className="text-[13px] text-soft">
              {t(draft.autoConfirm ? 'rules.autoConfirmOn' : 'rules.autoConfirmOff')}
            </p>
          </div>
        </div>
      </Panel>
      <Panel title={t('rules.when')} lead={t('rules.whenLead')}>
        <div className="grid gap-5 sm:grid-cols-2">
          {length('notice')}
          {length('horizon', DAY)}
          {length('interval')}
          <Field
            label={t('rules.daily')}
            hint={t('rules.dailyHint')}
            error={readLimit(draft.daily) === undefined ? t('rules.dailyWrong') : undefined}
          >
            {(control) => (
              <Input
                {...control}
                value={draft.daily}
                disabled={disabled}
                inputMode="numeric"
                autoComplete="off"
                placeholder={t('rules.noLimit')}
                className="max-w-60"
                onChange={(event) => onChange({ daily: event.target.value })}
              />
            )}
          </Field>
        </div>
      </Panel>
      <Panel title={t('rules.change')} lead={t('rules.changeLead')}>
        {length('cutOff')}
      </Panel>
    </>
  );
}
