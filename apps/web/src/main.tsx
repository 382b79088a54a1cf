import { languageOf } from '@atelier/words/language';
import { type Query, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Toaster, toast } from 'sonner';
import { sendChange } from './agenda/edit/change.ts';
import { askFirst } from './ahead/ask-first.ts';
import { fetchOrTake } from './ahead/asked-ahead.ts';
import { type ApiClient, createApiClient } from './api/client.ts';
import { problemOf } from './api/problem.ts';
import { createQueryClient } from './api/query-client.ts';
import { trpc } from './api/trpc.ts';
import { storedLanguage } from './language/stored-language.ts';
import { ReaderProvider } from './language/studio-reader.ts';
import { startStudioSpeech } from './language/studio-speech.ts';
import { createAnsweredSince } from './live/answered-since.ts';
import { questionOf } from './live/staleness.ts';
import { openOffline } from './offline/offline.ts';
import { OfflineContext } from './offline/offline-context.ts';
import { createAppRouter } from './router/router.tsx';
import { SignedIn } from './shell/signed-in.tsx';
import { TooltipProvider } from './ui/overlay/tooltip.tsx';
import './styles.css';

/** Above what stands at the lower edge of a page: what the agenda says of its zone, the sections on a phone. */
const TOASTS = { bottom: 'var(--toasts)' };

type Speech = Awaited<ReturnType<typeof startStudioSpeech>>;
type Offline = Awaited<ReturnType<typeof openOffline>>;

// Not at the top of the file: what is waited for may be built to share a file with this one, and would wait for it.
void start();

async function start(): Promise<void> {
  const router = createAppRouter(() => pages.signedIn());
  // All that the first page needs comes at once, not one after the other.
  const [routes] = router.getMatchedRoutes(location.pathname);
  for (const route of routes) void router.loadRouteChunk(route);
  const language = languageOf(storedLanguage(), navigator.languages);
  const asked = Promise.withResolvers<void>();
  const speaking = startStudioSpeech(language, location.pathname === '/agenda' ? asked.promise : null);
  const offline: Offline = await openOffline({
    send: (change, editId) => sendChange(pages.client, change, editId),
    say: (error) => problemOf(error, speech.current().words, speech.current().language),
    onSettled: () => void pages.queryClient.invalidateQueries({ predicate: isOfAgenda }),
  });
  const pages = createPages(router, () => speech, offline);
  if (routes.some(({ id }) => id === '/app')) asked.resolve(askFirst(pages, router.latestLocation));
  const [speech] = await Promise.all([speaking, offline?.fillIn(pages.queryClient)]);
  const root = document.getElementById('root');
  if (!root) return;
  createRoot(root).render(
    <StrictMode>
      <ReaderProvider speech={speech}>
        <trpc.Provider client={pages.client} queryClient={pages.queryClient}>
          <QueryClientProvider client={pages.queryClient}>
            <TooltipProvider delayDuration={300}>
              <OfflineContext value={offline}>
                <RouterProvider router={router} />
              </OfflineContext>
            </TooltipProvider>
            <Toaster position="bottom-center" theme="system" offset={TOASTS} mobileOffset={TOASTS} />
          </QueryClientProvider>
        </trpc.Provider>
      </ReaderProvider>
    </StrictMode>,
  );
}

/** The pages, what they ask with and what they have heard, and the way out of them. */
function createPages(router: ReturnType<typeof createAppRouter>, speech: () => Speech, offline: Offline) {
  const since = createAnsweredSince();
  const client = createApiClient(location.origin, {
    fetch: async (input, init) => {
      const answer = await fetchOrTake(input, init);
      since.note(answer);
      return answer;
    },
    before: offline ? [offline.link] : [],
  });
  const queryClient = createQueryClient(onSignedOut);
  const signedIn = () => <SignedIn {...{ client, since, onSignOut, onSignedOut }} />;

  /** Nothing of the person who was here stays, in memory or on the device; the live connection closes with the shell. */
  async function leave(to: string | undefined, forget = offline?.kept.forgetCopies): Promise<void> {
    await Promise.all([router.navigate({ to: '/sign-in', search: { to }, replace: true }), forget?.()]);
    queryClient.clear();
    since.forget();
  }

  function onSignedOut(): void {
    const { pathname, href } = router.state.location;
    if (pathname !== '/sign-in') void leave(pathname === '/' ? undefined : href);
  }

  async function onSignOut(): Promise<void> {
    await stopTelling(client);
    // A server that cannot be told keeps the session: better stay and say so than pretend.
    const told = await import('./auth/credentials.ts')
      .then(({ signOut }) => signOut())
      .then(() => true)
      .catch(() => false);
    if (told) {
      offline?.edits.forget();
      return leave(undefined, offline?.kept.forget);
    }
    const { refusal } = speech().current().words;
    toast.error(refusal.offline, { description: refusal.offlineHint });
  }

  return { client, queryClient, signedIn };
}

/** Nobody is told anything in a browser where nobody is signed in; that it could not be said keeps nobody here. */
async function stopTelling(client: ApiClient): Promise<void> {
  try {
    const { leaveThisBrowser } = await import('./account/notifications/this-browser.ts');
    const endpoint = await leaveThisBrowser();
    if (endpoint !== null) await client.notifications.leave.mutate({ endpoint });
  } catch {
    // The push service will say that nobody is there.
  }
}

function isOfAgenda({ queryKey }: Pick<Query, 'queryKey'>): boolean {
  return /^(?:agenda|conflicts)\./.test(questionOf(queryKey).path);
}
