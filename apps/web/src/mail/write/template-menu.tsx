import { fillTemplate } from '@atelier/mail/compose/fill-template';
import { NotebookPen } from 'lucide-react';
import { useState } from 'react';
import type { DraftInput } from '../../api/answers.ts';
import { trpc } from '../../api/trpc.ts';
import { useReader } from '../../language/studio-reader.ts';
import { useMe } from '../../shell/use-me.ts';
import { useStudio } from '../../shell/use-studio.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Menu, MenuItem } from '../../ui/overlay/menu.tsx';
import { TemplatesDialog } from './templates-dialog.tsx';

interface TemplateMenuProps {
  readonly draft: DraftInput;
  readonly onChange: (part: Partial<DraftInput>) => void;
}

/** What the studio writes all day, put above what stands there already. */
export function TemplateMenu({ draft, onChange }: TemplateMenuProps) {
  const { words } = useReader();
  const [managing, setManaging] = useState(false);
  const { data: templates = [] } = trpc.templates.list.useQuery();
  const values = useFieldValues(draft);
  return (
    <>
      <Menu
        side="top"
        trigger={
          <Button look="quiet" size="small">
            <NotebookPen aria-hidden className="size-4" />
            {words.templates.title}
          </Button>
        }
      >
        {templates.map(({ id, name, subject, text }) => (
          <MenuItem
            key={id}
            onSelect={() =>
              onChange({
                text: fillTemplate(text, values) + draft.text,
                ...(draft.subject === '' && subject !== '' && { subject: fillTemplate(subject, values) }),
              })
            }
          >
            <span className="truncate">{name}</span>
          </MenuItem>
        ))}
        <MenuItem onSelect={() => setManaging(true)}>
          <span className="text-soft">{words.templates.manage}</span>
        </MenuItem>
      </Menu>
      <TemplatesDialog open={managing} onClose={() => setManaging(false)} />
    </>
  );
}

/** Of whoever it goes to first, as they are written there. */
function useFieldValues({ to }: DraftInput) {
  const { name: me } = useMe();
  const facts = useStudio();
  const [first] = to;
  const client = first?.name ?? '';
  return { client, firstname: client.split(/\s+/)[0] ?? '', studio: facts?.name ?? '', me };
}
