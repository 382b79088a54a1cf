import { useReader } from '../language/studio-reader.ts';
import { Page } from '../shell/page.tsx';
import { MyCalendarsPanel } from './my-calendars-panel.tsx';
import { NotificationsPanel } from './notifications/notifications-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { PersonPanel } from './person-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { PasskeysPanel } from './ways-in/passkeys-panel.tsx';
import { SecondFactorPanel } from './ways-in/second-factor-panel.tsx';

/** Everything about oneself, in one place. */
export function AccountPage() {
  const { words } = useReader();
  return (
    <Page title={words.account.title} lead={words.account.lead}>
      <div className="space-y-5">
        <PersonPanel />
        <MyCalendarsPanel />
        <NotificationsPanel />
        <PasswordPanel />
        <SecondFactorPanel />
        <PasskeysPanel />
        <SessionsPanel />
      </div>
    </Page>
  );
}
