import { Controller, type UseFormReturn } from 'react-hook-form';
import { useReader } from '../../language/studio-reader.ts';
import { Checkbox } from '../../ui/controls/checkbox.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { DurationField } from '../rules/duration-field.tsx';
import { SERVICE_BOUNDS, type ServiceTyped } from './service-form.ts';

interface ServiceFieldsProps {
  readonly form: UseFormReturn<ServiceTyped>;
}

/** How long it takes, and the time kept free around it. */
export function ServiceTimes({ form }: ServiceFieldsProps) {
  const { words } = useReader();
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Controller
        name="length"
        control={form.control}
        render={({ field }) => (
          <DurationField
            label={words.services.length}
            value={field.value}
            onChange={field.onChange}
            bounds={SERVICE_BOUNDS.length}
          />
        )}
      />
      {(['before', 'after'] as const).map((side) => (
        <Controller
          key={side}
          name={side}
          control={form.control}
          render={({ field }) => (
            <DurationField
              label={words.services[side]}
              value={field.value}
              onChange={field.onChange}
              bounds={SERVICE_BOUNDS.buffer}
            />
          )}
        />
      ))}
    </div>
  );
}

const CONFIRMS = ['artist', 'yes', 'no'] as const;

/** What holds for this service alone. */
export function ServiceRules({ form }: ServiceFieldsProps) {
  const { words } = useReader();
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={words.services.confirms}>
        {({ id }) => (
          <Controller
            name="confirms"
            control={form.control}
            render={({ field }) => (
              <Select
                id={id}
                value={field.value}
                onChange={field.onChange}
                options={CONFIRMS.map((value) => ({ value, label: words.services.confirm[value] }))}
              />
            )}
          />
        )}
      </Field>
      <Controller
        name="notice"
        control={form.control}
        render={({ field }) => (
          <DurationField
            optional
            label={words.services.notice}
            hint={words.services.noticeHint}
            value={field.value}
            onChange={field.onChange}
            bounds={SERVICE_BOUNDS.notice}
          />
        )}
      />
      <Controller
        name="needsChair"
        control={form.control}
        render={({ field }) => (
          <div className="flex items-start gap-2.5 sm:col-span-2">
            <Checkbox id="service-chair" checked={field.value} onChange={field.onChange} />
            <label htmlFor="service-chair" className="-mt-px">
              {words.services.needsChair}
              <span className="block text-[13px] text-soft">{words.services.needsChairHint}</span>
            </label>
          </div>
        )}
      />
    </div>
  );
}
