import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { PeopleGroup, Person } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { CalendarName } from '../../connections/calendar-name.tsx';
import { useReader } from '../../language/studio-reader.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Badge } from '../../ui/display/badge.tsx';
import { ConfirmDialog } from '../../ui/overlay/confirm-dialog.tsx';
import { AddMember, MemberRow } from './members.tsx';
import { useChangedGroups } from './use-changed-groups.ts';

interface GroupRowProps {
  readonly group: PeopleGroup;
  readonly people: readonly Person[];
}

export function GroupRow({ group, people }: GroupRowProps) {
  const { words } = useReader();
  const { id, kind, members } = group;
  const rename = trpc.groups.rename.useMutation(useChangedGroups());
  return (
    <li className="rounded-xl border border-line p-4">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <CalendarName calendar={group} onName={(name) => rename.mutate({ id, name })} />
        </div>
        <Badge tone={kind === 'mission' ? 'accent' : 'neutral'}>{words.groups.kinds[kind]}</Badge>
        <RemoveGroup group={group} />
      </div>
      {members.length === 0 && <p className="mt-2 text-soft">{words.groups.noMembers}</p>}
      <ul className="mt-1 divide-y divide-line">
        {members.map((member) => (
          <MemberRow key={member.userId} groupId={id} member={member} />
        ))}
      </ul>
      <AddMember group={group} people={people} />
    </li>
  );
}

function RemoveGroup({ group: { id, name } }: { readonly group: PeopleGroup }) {
  const { words } = useReader();
  const [asked, setAsked] = useState(false);
  const remove = trpc.groups.remove.useMutation(useChangedGroups());
  return (
    <>
      <IconButton icon={Trash2} label={words.groups.remove({ name })} onClick={() => setAsked(true)} />
      <ConfirmDialog
        open={asked}
        onClose={() => setAsked(false)}
        onConfirm={() => remove.mutate({ id })}
        pending={remove.isPending}
        title={words.groups.removeTitle({ name })}
        lead={words.groups.removeLead}
        confirm={words.groups.removeConfirm}
      />
    </>
  );
}
