import { zodResolver } from '@hookform/resolvers/zod';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { StudioSettings } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Page } from '../shell/page.tsx';
import { AdminOnly } from '../shell/page-states.tsx';
import { useMe } from '../shell/use-me.ts';
import { Panel } from '../studio/panel.tsx';
import { Button } from '../ui/controls/button.tsx';
import { Field } from '../ui/controls/field.tsx';
import { Input } from '../ui/controls/input.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { browserGuesses } from './guesses.ts';
import { ReachPanels } from './reach-panels.tsx';
import { IdentityFields } from './studio-fields.tsx';
import { type StudioTyped, studioForm, toldOf, typedOf } from './studio-form.ts';
import { useSaveStudio } from './use-save-studio.ts';
import { useSkipped } from './use-skipped.ts';

/** The first thing that is asked: everything else starts from it. */
export function WelcomePage() {
  const { words } = useReader();
  const studio = trpc.studio.see.useQuery(undefined, { enabled: useMe().role === 'ADMIN' });
  return (
    <Page title={words.settings.welcome} lead={words.settings.welcomeLead}>
      <AdminOnly>
        {studio.error && !studio.data && <ProblemNotice error={studio.error} />}
        {!studio.error && !studio.data && <Skeleton className="h-96 rounded-2xl" />}
        {studio.data && <WelcomeForm studio={studio.data} />}
      </AdminOnly>
    </Page>
  );
}

/** As the server calls the first admin, whom nobody has asked yet. */
const UNNAMED = 'Admin';

function WelcomeForm({ studio }: { readonly studio: StudioSettings }) {
  const { words } = useReader();
  const [unnamed] = useState(useMe().name === UNNAMED);
  const { form, myName, setMyName, submit, later, pending, errors } = useWelcome(studio);
  const parts = { form, studio };
  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      <Panel title={words.settings.identity} lead={words.settings.identityLead}>
        <IdentityFields {...parts} />
      </Panel>
      {unnamed && (
        <Panel title={words.settings.you}>
          <Field label={words.settings.yourName} hint={words.settings.yourNameHint}>
            {(control) => (
              <Input
                {...control}
                value={myName}
                maxLength={200}
                onChange={(event) => setMyName(event.target.value)}
                autoComplete="name"
              />
            )}
          </Field>
        </Panel>
      )}
      <ReachPanels {...parts} />
      {errors.map(({ of, error }) => (
        <ProblemNotice key={of} error={error} />
      ))}
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button look="quiet" onClick={later}>
          {words.settings.later}
        </Button>
        <Button type="submit" look="primary" pending={pending}>
          {words.settings.begin}
        </Button>
      </div>
    </form>
  );
}

function useWelcome(studio: StudioSettings) {
  const { language } = useReader();
  const navigate = useNavigate();
  const queries = trpc.useUtils();
  const [myName, setMyName] = useState('');
  const [, skip] = useSkipped();
  const save = useSaveStudio();
  const name = trpc.people.nameMyself.useMutation({ onSuccess: () => queries.people.me.invalidate() });
  const form = useForm<StudioTyped>({
    resolver: zodResolver(studioForm),
    defaultValues: typedOf(studio, browserGuesses(language)),
  });
  const begin = () => void navigate({ to: '/', replace: true });
  return {
    form,
    myName,
    setMyName,
    submit: form.handleSubmit(async (typed) => {
      try {
        if (myName.trim() !== '') await name.mutateAsync({ name: myName });
        await save.mutateAsync(toldOf(typed, studio));
        begin();
      } catch {
        // Shown in the form; what was typed stays.
      }
    }),
    later() {
      skip(true);
      begin();
    },
    pending: save.isPending || name.isPending,
    errors: [
      { of: 'name', error: name.error },
      { of: 'studio', error: save.error },
    ].filter(({ error }) => error !== null),
  };
}
