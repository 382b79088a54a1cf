import { useReader } from '../language/studio-reader.ts';
import { Panel } from '../studio/panel.tsx';
import { AddressFields, MailFields } from './mail-fields.tsx';
import { type FieldsProps, ZoneFields } from './studio-fields.tsx';

/** Whose clock the studio goes by, and how mails and people find it: asked for at first, and changed later. */
export function ReachPanels(parts: FieldsProps) {
  const { words } = useReader();
  return (
    <>
      <Panel title={words.settings.clock} lead={words.settings.clockLead}>
        <ZoneFields {...parts} />
      </Panel>
      <Panel title={words.settings.mail} lead={words.settings.mailLead}>
        <MailFields {...parts} />
      </Panel>
      <Panel title={words.settings.publicAddress} lead={words.settings.publicAddressLead}>
        <AddressFields {...parts} />
      </Panel>
    </>
  );
}
