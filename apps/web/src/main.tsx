import { languageOf } from '@atelier/words/language';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Toaster, toast } from 'sonner';
import { z } from 'zod';
import { createApiClient } from './api/client.ts';
import { createQueryClient } from './api/query-client.ts';
import { trpc } from './api/trpc.ts';
import { signOut } from './auth/credentials.ts';
import { storedLanguage } from './language/stored-language.ts';
import { ReaderProvider } from './language/studio-reader.ts';
import { startStudioSpeech } from './language/studio-speech.ts';
import { openOffline } from './offline/offline.ts';
import { OfflineContext } from './offline/offline-context.ts';
import { createAppRouter } from './router/router.tsx';
import { SignedIn } from './shell/signed-in.tsx';
import { TooltipProvider } from './ui/overlay/tooltip.tsx';
import './styles.css';

// zod would compile its checks with eval, which the Content-Security-Policy refuses.
z.config({ jitless: true });

type Speech = Awaited<ReturnType<typeof startStudioSpeech>>;
type Offline = Awaited<ReturnType<typeof openOffline>>;

// Not at the top of the file: what is waited for may be built to share a file with this one, and would wait for it.
void start();

async function start(): Promise<void> {
  const speech = await startStudioSpeech(languageOf(storedLanguage(), navigator.languages));
  const offline = await openOffline();
  const { client, queryClient, router } = createPages(speech, offline);
  await offline?.fillIn(queryClient);
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <ReaderProvider speech={speech}>
        <trpc.Provider client={client} queryClient={queryClient}>
          <QueryClientProvider client={queryClient}>
            <TooltipProvider delayDuration={300}>
              <OfflineContext value={offline}>
                <RouterProvider router={router} />
              </OfflineContext>
            </TooltipProvider>
            <Toaster position="bottom-center" theme="system" />
          </QueryClientProvider>
        </trpc.Provider>
      </ReaderProvider>
    </StrictMode>,
  );
}

/** The pages, what they ask with and what they have heard, and the way out of them. */
function createPages(speech: Speech, offline: Offline) {
  const client = createApiClient(location.origin, { before: offline ? [offline.link] : [] });
  const queryClient = createQueryClient(onSignedOut);
  const router = createAppRouter(() => (
    <SignedIn client={client} onSignOut={onSignOut} onSignedOut={onSignedOut} />
  ));

  /** Nothing of the person who was here stays, in memory or on the device; the live connection closes with the shell. */
  async function leave(to: string | undefined): Promise<void> {
    await Promise.all([
      router.navigate({ to: '/sign-in', search: { to }, replace: true }),
      offline?.kept.forget(),
    ]);
    queryClient.clear();
  }

  function onSignedOut(): void {
    const { pathname, href } = router.state.location;
    if (pathname !== '/sign-in') void leave(pathname === '/' ? undefined : href);
  }

  async function onSignOut(): Promise<void> {
    // A server that cannot be told keeps the session: better stay and say so than pretend.
    const told = await signOut()
      .then(() => true)
      .catch(() => false);
    if (told) return leave(undefined);
    const { refusal } = speech.current().words;
    toast.error(refusal.offline, { description: refusal.offlineHint });
  }

  return { client, queryClient, router };
}
