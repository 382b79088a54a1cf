import { useId } from 'react';
import { useReader } from '../../language/studio-reader.ts';
import { useMe } from '../../shell/use-me.ts';
import { Checkbox } from '../../ui/controls/checkbox.tsx';

interface ForAllProps {
  readonly checked: boolean;
  readonly onChange: (forAll: boolean) => void;
}

/** Whether everybody is to see it: for admins to say. */
export function ForAll({ checked, onChange }: ForAllProps) {
  const { words } = useReader();
  const id = useId();
  if (useMe().role !== 'ADMIN') return null;
  return (
    <div className="flex items-center gap-2.5">
      <Checkbox id={id} checked={checked} onChange={onChange} />
      <label htmlFor={id}>{words.news.forAll}</label>
    </div>
  );
}
