import { X } from 'lucide-react';
import type { PeopleGroup, Person } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { LEVELS } from '../../calendars/share/share-names.ts';
import { useReader } from '../../language/studio-reader.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Select } from '../../ui/controls/select.tsx';
import { useChangedGroups } from './use-changed-groups.ts';

interface MemberRowProps {
  readonly groupId: string;
  readonly member: PeopleGroup['members'][number];
}

/** The most that somebody may do with what is shared with the group. */
export function MemberRow({ groupId, member: { userId, name, level } }: MemberRowProps) {
  const { words } = useReader();
  const set = trpc.groups.setMember.useMutation(useChangedGroups());
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
      <span className="min-w-0 flex-1 break-words max-sm:basis-full">{name}</span>
      <div className="w-52 max-sm:flex-1">
        <Select
          small
          label={words.groups.levelOf({ name })}
          value={level}
          disabled={set.isPending}
          options={LEVELS.map((value) => ({ value, label: words.groups.levels[value] }))}
          onChange={(next) => set.mutate({ groupId, userId, level: next })}
        />
      </div>
      <IconButton
        icon={X}
        label={words.groups.takeOut({ name })}
        onClick={() => set.mutate({ groupId, userId, level: null })}
      />
    </li>
  );
}

interface AddMemberProps {
  readonly group: PeopleGroup;
  readonly people: readonly Person[];
}

/** Whoever is chosen is in it at once. */
export function AddMember({ group: { id, members }, people }: AddMemberProps) {
  const { words } = useReader();
  const set = trpc.groups.setMember.useMutation(useChangedGroups());
  const inside = new Set(members.map(({ userId }) => userId));
  const outside = people.filter((one) => !inside.has(one.id) && one.state !== 'disabled');
  if (outside.length === 0) return null;
  return (
    <div className="mt-2 max-w-64">
      <Select
        small
        label={words.groups.addMember}
        placeholder={words.groups.addMember}
        value=""
        disabled={set.isPending}
        options={outside.map((one) => ({ value: one.id, label: one.name }))}
        onChange={(userId) => set.mutate({ groupId: id, userId, level: 'write' })}
      />
    </div>
  );
}
