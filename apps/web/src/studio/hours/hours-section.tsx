import { useState } from 'react';
import { toast } from 'sonner';
import type { StudioArtist } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { UnsavedGuard } from '../../shell/unsaved-guard.tsx';
import { zoneName } from '../../time/zone-name.ts';
import { ProblemNotice } from '../../ui/display/problem-notice.tsx';
import { Panel } from '../panel.tsx';
import { SaveBar } from '../save-bar.tsx';
import { ClosureList } from './closure-list.tsx';
import { type HoursDraft, hoursDraft, sentHours } from './hours-draft.ts';
import { OverrideList } from './override-list.tsx';
import { WeekEditor } from './week-editor.tsx';

/** When an artist works: the ordinary week, dates that differ, and time away. */
export function HoursSection({ artist }: { readonly artist: StudioArtist }) {
  const { words } = useReader();
  const { slug, zone, hours, mayEdit } = artist;
  // Null while nothing has been changed: then what is stored shows, also when somebody else changes it.
  const [edited, setEdited] = useState<HoursDraft | null>(null);
  const draft = edited ?? hoursDraft(hours);
  const change = (part: Partial<HoursDraft>) => setEdited({ ...draft, ...part });
  const queries = trpc.useUtils();
  const save = trpc.artists.setHours.useMutation({
    async onSuccess() {
      await queries.artists.invalidate();
      setEdited(null);
      toast.success(words.hours.saved);
    },
  });
  const sent = sentHours(draft);
  const dirty = edited !== null && JSON.stringify(sent) !== JSON.stringify(sentHours(hoursDraft(hours)));
  return (
    <div className="space-y-5">
      <Panel title={words.hours.week} lead={words.hours.weekLead({ zone: zoneName(zone) })}>
        <WeekEditor week={draft.week} disabled={!mayEdit} onChange={(week) => change({ week })} />
      </Panel>
      <Panel title={words.hours.overrides} lead={words.hours.overridesLead}>
        <OverrideList
          overrides={draft.overrides}
          disabled={!mayEdit}
          onChange={(overrides) => change({ overrides })}
        />
      </Panel>
      <Panel title={words.hours.closures} lead={words.hours.closuresLead}>
        <ClosureList
          closures={draft.closures}
          disabled={!mayEdit}
          onChange={(closures) => change({ closures })}
        />
      </Panel>
      {save.error && <ProblemNotice error={save.error} />}
      <SaveBar
        dirty={dirty}
        pending={save.isPending}
        blocked={sent === null ? words.hours.blocked : null}
        onDiscard={() => setEdited(null)}
        onSave={() => sent && save.mutate({ slug, hours: sent })}
      />
      <UnsavedGuard dirty={dirty && !save.isPending} />
    </div>
  );
}
