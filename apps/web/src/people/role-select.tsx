import type { Person } from '../api/answers.ts';
import { useReader } from '../language/studio-reader.ts';
import { Select } from '../ui/controls/select.tsx';

const ROLES = ['ARTIST', 'STAFF', 'ADMIN'] as const;

interface RoleSelectProps {
  readonly id: string;
  readonly value: Person['role'];
  readonly onChange: (role: Person['role']) => void;
}

export function RoleSelect({ id, value, onChange }: RoleSelectProps) {
  const { words } = useReader();
  const options = ROLES.map((role) => ({
    value: role,
    label: words.shell.roles[role],
    hint: words.people.roleHints[role],
  }));
  return <Select id={id} value={value} onChange={onChange} options={options} />;
}
