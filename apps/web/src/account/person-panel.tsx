import { nameInput } from '@atelier/api/input/person';
import { LANGUAGE_NAMES, LANGUAGES } from '@atelier/words/language';
import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { useMe } from '../shell/use-me.ts';
import { Panel } from '../studio/panel.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Input } from '../ui/controls/input.tsx';
import { Segments } from '../ui/controls/segments.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';

/** How one is called, and in which language everything is said. */
export function PersonPanel() {
  const { words, language, speak } = useReader();
  const { name, email } = useMe();
  const utils = trpc.useUtils();
  const save = trpc.people.nameMyself.useMutation({
    onSuccess: async () => {
      await utils.people.me.invalidate();
      toast.success(words.account.named);
    },
  });
  const form = useForm({ resolver: zodResolver(nameInput), values: { name } });
  const { errors, isDirty } = form.formState;
  return (
    <Panel title={words.account.person} lead={email}>
      <div className="max-w-sm space-y-5">
        <form noValidate onSubmit={form.handleSubmit((input) => save.mutate(input))} className="space-y-4">
          {save.error && <ProblemNotice error={save.error} />}
          <Field label={words.join.name} error={errors.name && words.common.required}>
            {(control) => <Input {...control} {...form.register('name')} autoComplete="name" />}
          </Field>
          {isDirty && (
            <Button type="submit" look="primary" pending={save.isPending}>
              {words.common.save}
            </Button>
          )}
        </form>
        <div>
          <p className="mb-1.5 font-medium">{words.shell.language}</p>
          <Segments
            label={words.shell.language}
            value={language}
            options={LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }))}
            onChange={speak}
          />
        </div>
      </div>
    </Panel>
  );
}
