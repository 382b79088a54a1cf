import { Plus, Scissors } from 'lucide-react';
import { useState } from 'react';
import { toast } from 'sonner';
import type { StudioArtist, StudioService } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useProblemToast } from '../../calendars/use-sync-now.ts';
import { useReader } from '../../language/studio-reader.ts';
import { Button } from '../../ui/controls/button.tsx';
import { EmptyState } from '../../ui/display/empty-state.tsx';
import { Panel } from '../panel.tsx';
import { ServiceDialog } from './service-dialog.tsx';
import { swapped } from './service-form.ts';
import { ServiceRow } from './service-row.tsx';

/** What can be booked with an artist, in the order in which clients see it. */
export function ServicesSection({ artist }: { readonly artist: StudioArtist }) {
  const { words } = useReader();
  // `new` adds one, an id changes that one.
  const [editing, setEditing] = useState<string | null>(null);
  const { slug, mayEdit } = artist;
  const services = artist.services.toSorted((a, b) => a.position - b.position);
  const [offered, retired] = [
    services.filter(({ active }) => active),
    services.filter(({ active }) => !active),
  ];
  // Its old place may be that of another by now: what is offered again comes last.
  const end = Math.max(-1, ...services.map(({ position }) => position)) + 1;
  const { move, setActive, pending } = useServiceChanges(slug);
  const row = (service: StudioService, list: readonly StudioService[], index: number) => (
    <ServiceRow
      key={service.id}
      service={service}
      disabled={!mayEdit || pending}
      onEdit={() => setEditing(service.id)}
      onActive={(active) => setActive(active ? { ...service, position: end } : service, active)}
      onUp={service.active && index > 0 ? () => move(swapped(list, service.id, -1)) : null}
      onDown={service.active && index < list.length - 1 ? () => move(swapped(list, service.id, 1)) : null}
    />
  );
  const add = mayEdit && (
    <Button look="primary" size="small" onClick={() => setEditing('new')}>
      <Plus aria-hidden className="size-4" />
      {words.services.add}
    </Button>
  );
  return (
    <div className="space-y-5">
      <Panel title={words.services.title} lead={words.services.lead} action={add}>
        {offered.length === 0 && (
          <EmptyState icon={Scissors} title={words.services.none} hint={words.services.noneHint} />
        )}
        <ul className="-mx-5 -mb-2 divide-y divide-line border-t border-line">
          {offered.map((service, index) => row(service, offered, index))}
        </ul>
      </Panel>
      {retired.length > 0 && (
        <Panel title={words.services.retired} lead={words.services.retiredLead}>
          <ul className="-mx-5 -mb-2 divide-y divide-line border-t border-line">
            {retired.map((service, index) => row(service, retired, index))}
          </ul>
        </Panel>
      )}
      {editing !== null && (
        <ServiceDialog
          slug={slug}
          service={services.find(({ id }) => id === editing) ?? null}
          position={services.length}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

/** Changes that need no form: the order, and whether it is offered. */
function useServiceChanges(artist: string) {
  const { words } = useReader();
  const onError = useProblemToast();
  const queries = trpc.useUtils();
  const save = trpc.artists.saveService.useMutation({ onError });
  // Until the new order is here: what is moved meanwhile would be moved from where it no longer is.
  const [moving, setMoving] = useState(false);
  const settled = () => Promise.all([queries.artists.invalidate(), queries.booking.studio.invalidate()]);
  return {
    pending: moving || save.isPending,
    async move(order: readonly StudioService[]) {
      const moved = order.flatMap((service, position) =>
        service.position === position ? [] : [{ ...stored(service), artist, position }],
      );
      setMoving(true);
      // One that is refused leaves the order as the server has it, which is shown afterwards.
      for (const service of moved) await save.mutateAsync(service).catch(() => null);
      await settled().finally(() => setMoving(false));
    },
    setActive(service: StudioService, active: boolean) {
      save.mutate(
        { ...stored(service), artist, active },
        {
          onSuccess: () => {
            toast.success(
              (active ? words.services.restored : words.services.wasRetired)({ name: service.name }),
            );
          },
          onSettled: settled,
        },
      );
    },
  };
}

function stored(service: StudioService) {
  return { ...service, questions: service.questions.map((question) => ({ ...question })) };
}
