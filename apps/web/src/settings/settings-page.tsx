import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { toast } from 'sonner';
import type { StudioSettings } from '../api/answers.ts';
import { trpc } from '../api/trpc.ts';
import { useReader } from '../language/studio-reader.ts';
import { Page } from '../shell/page.tsx';
import { AdminOnly } from '../shell/page-states.tsx';
import { UnsavedGuard } from '../shell/unsaved-guard.tsx';
import { Panel } from '../studio/panel.tsx';
import { SaveBar } from '../studio/save-bar.tsx';
import { Notice } from '../ui/display/notice.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { browserGuesses } from './guesses.ts';
import { ReachPanels } from './reach-panels.tsx';
import { IdentityFields } from './studio-fields.tsx';
import { type StudioTyped, studioForm, toldOf, typedOf } from './studio-form.ts';
import { useSaveStudio } from './use-save-studio.ts';

/** What the studio says of itself, to be changed at any time. */
export function SettingsPage() {
  const { words } = useReader();
  return (
    <Page title={words.settings.title} lead={words.settings.lead}>
      <AdminOnly>
        <Settings />
      </AdminOnly>
    </Page>
  );
}

function Settings() {
  const studio = trpc.studio.see.useQuery();
  if (studio.error && !studio.data) return <ProblemNotice error={studio.error} />;
  if (!studio.data) return <Skeleton className="h-96 rounded-2xl" />;
  return <SettingsForm studio={studio.data} />;
}

function SettingsForm({ studio }: { readonly studio: StudioSettings }) {
  const { words, language } = useReader();
  const save = useSaveStudio();
  const guesses = browserGuesses(language);
  const form = useForm<StudioTyped>({
    resolver: zodResolver(studioForm),
    values: typedOf(studio, guesses),
    resetOptions: { keepDirtyValues: true },
  });
  const { isDirty } = form.formState;
  const submit = form.handleSubmit((typed) =>
    save.mutate(toldOf(typed, studio), {
      onSuccess: (saved) => {
        form.reset(typedOf(saved, guesses), { keepDirtyValues: false });
        toast.success(words.settings.saved);
      },
    }),
  );
  const parts = { form, studio };
  return (
    <form noValidate onSubmit={submit} className="space-y-5">
      {studio.standing === 'demo' && (
        <Notice tone="accent" title={words.settings.demo} hint={words.settings.demoHint} />
      )}
      <Panel title={words.settings.identity} lead={words.settings.identityLead}>
        <IdentityFields {...parts} />
      </Panel>
      <ReachPanels {...parts} />
      {save.error && <ProblemNotice error={save.error} />}
      <SaveBar
        dirty={isDirty || studio.standing === 'open'}
        pending={save.isPending}
        onDiscard={() => form.reset()}
      />
      <UnsavedGuard dirty={isDirty && !save.isPending} />
    </form>
  );
}
