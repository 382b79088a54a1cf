import { useTranslation } from 'react-i18next';
import { Panel } from '../studio/panel.tsx';
import { AddressFields, MailFields } from './mail-fields.tsx';
import { type FieldsProps, ZoneFields } from './studio-fields.tsx';

/** Whose clock the studio goes by, and how mails and people find it: asked for at first, and changed later. */
export function ReachPanels(parts: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Panel title={t('settings.clock')} lead={t('settings.clockLead')}>
        <ZoneFields {...parts} />
      </Panel>
      <Panel title={t('settings.mail')} lead={t('settings.mailLead')}>
        <MailFields {...parts} />
      </Panel>
      <Panel title={t('settings.publicAddress')} lead={t('settings.publicAddressLead')}>
        <AddressFields {...parts} />
      </Panel>
    </>
  );
}
