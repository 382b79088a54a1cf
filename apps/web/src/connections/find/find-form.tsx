import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import type { Finding } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Field } from '../../ui/controls/field.tsx';
import { Input } from '../../ui/controls/input.tsx';
import { Notice } from '../../ui/display/notice.tsx';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';

const typedInput = z.object({ typed: z.string().trim().min(1).max(2000) });

export type Found = Extract<Finding, { readonly found: true }> & {
  /** What was typed, where that is a mail address. */
  readonly mail: string | null;
};

interface FindFormProps {
  /** To begin with. */
  readonly typed: string;
  readonly onFound: (found: Found) => void;
}

function mailIn(typed: string): string | null {
  return typed.includes('@') && !typed.includes('/') ? typed : null;
}

/** One field for whoever does not know what kind of account they have. */
export function FindForm({ typed, onFound }: FindFormProps) {
  const { words } = useReader();
  const { find: said } = words.connect;
  const find = trpc.connections.find.useMutation({
    onSuccess: (finding, asked) => {
      if (finding.found) onFound({ ...finding, mail: mailIn(asked.typed) });
    },
  });
  const form = useForm({ resolver: zodResolver(typedInput), defaultValues: { typed } });
  const { errors } = form.formState;
  return (
    <form
      noValidate
      onSubmit={form.handleSubmit((wish) => find.mutate(wish))}
      onChange={() => find.reset()}
      className="mb-6 space-y-3"
    >
      <Field label={said.label} hint={said.hint} error={errors.typed && words.common.required}>
        {(control) => (
          <Input
            {...control}
            {...form.register('typed')}
            inputMode="email"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
          />
        )}
      </Field>
      <Button type="submit" look="primary" pending={find.isPending}>
        {said.go}
      </Button>
      {find.error && <ProblemNotice error={find.error} />}
      {find.data?.found === false && (
        <Notice
          tone="warn"
          title={said.notFound[find.data.why]({ host: find.data.host })}
          hint={said.byHand}
        />
      )}
    </form>
  );
}
