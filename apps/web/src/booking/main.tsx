import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApiClient } from '../api/client.ts';
import { Announcer } from '../ui/display/announcer.tsx';
import { ApiContext } from './api/client-context.ts';
import { createServerClock } from './api/server-clock.ts';
import { isEmbedded } from './frame/embed.ts';
import { SafePage } from './frame/safe-page.tsx';
import { startBookingSpeech } from './language/booking-speech.ts';
import { ReaderProvider } from './language/reader.ts';
import { PublicPage } from './public-page.tsx';
import '../styles.css';
import './booking.css';

const theme = new URLSearchParams(location.search).get('theme');
if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
if (isEmbedded(location.search)) document.documentElement.dataset.embed = '';

const clock = createServerClock(fetch.bind(window), Date.now);
const api = { client: createApiClient(location.origin, { fetch: clock.fetch }), clock };

// Not at the top: what holds the words may share a file with this one, and would wait for it to be done.
void startBookingSpeech(location.search).then((speech) => {
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <ReaderProvider speech={speech}>
        <SafePage>
          <ApiContext value={api}>
            <Announcer>
              <PublicPage />
            </Announcer>
          </ApiContext>
        </SafePage>
      </ReaderProvider>
    </StrictMode>,
  );
});
