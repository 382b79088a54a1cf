import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { codeOf } from '../api/api-error.ts';
import { trpc } from '../api/trpc.ts';
import { signIn } from '../auth/credentials.ts';
import { LanguageSwitch } from '../language/language-switch.tsx';
import { useReader } from '../language/studio-reader.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { Wordmark } from '../shell/wordmark.tsx';
import { Notice } from '../ui/display/notice.tsx';
import { ProblemNotice } from '../ui/display/problem-notice.tsx';
import { Skeleton } from '../ui/display/skeleton.tsx';
import { JoinForm } from './join-form.tsx';

/** Where a person who was invited, or whose password was reset, chooses one. Opening it uses nothing up. */
export function JoinPage() {
  const { words } = useReader();
  const { token } = useParams({ from: '/join/$token' });
  const navigate = useNavigate();
  const queries = trpc.useUtils();
  const link = trpc.people.link.useQuery({ token }, { retry: false });
  usePageTitle(words.join.title);
  const enter = async (email: string, password: string) => {
    const entered = await signIn(email, password);
    await queries.invalidate();
    if (entered === 'in') await navigate({ to: '/', replace: true });
    else
      await navigate({
        to: '/sign-in',
        search: { step: entered === 'second-step' ? 'code' : undefined },
        replace: true,
      });
  };
  return (
    <main className="flex min-h-full flex-col items-center px-5 pt-[max(3rem,14vh)] pb-8">
      <div className="w-full max-w-sm flex-1">
        <Wordmark large />
        <h1 className="mt-9 mb-3 text-xl font-semibold">{words.join.title}</h1>
        {link.isPending && <Skeleton className="h-64 rounded-2xl" />}
        {link.error && <Over error={link.error} />}
        {link.data && (
          <>
            <p className="mb-6 break-words text-soft">
              {(link.data.kind === 'INVITE' ? words.join.invited : words.join.reset)({
                studio: link.data.studio,
                email: link.data.email,
              })}
            </p>
            <JoinForm token={token} link={link.data} onChosen={enter} />
          </>
        )}
      </div>
      <footer className="mt-12">
        <LanguageSwitch />
      </footer>
    </main>
  );
}

function Over({ error }: { readonly error: unknown }) {
  const { words } = useReader();
  if (codeOf(error) !== 'NOT_FOUND') return <ProblemNotice error={error} />;
  return (
    <>
      <Notice tone="bad" title={words.join.over} hint={words.join.overHint} />
      <p className="mt-6">
        <Link to="/sign-in" className="text-accent underline underline-offset-2">
          {words.join.toSignIn}
        </Link>
      </p>
    </>
  );
}
