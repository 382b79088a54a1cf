import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { LanguageSwitch } from '../language/language-switch.tsx';
import { useReader } from '../language/studio-reader.ts';
import { usePageTitle } from '../shell/use-page-title.ts';
import { Wordmark } from '../shell/wordmark.tsx';
import { Notice } from '../ui/display/notice.tsx';
import type { Entered } from './credentials.ts';
import { DoorNotice } from './door-notice.tsx';
import { PasskeyButton } from './passkey-button.tsx';
import { SecondStepForm } from './second-step-form.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { wantedPage } from './wanted-page.ts';

export function SignInPage() {
  const { words } = useReader();
  const { to, step } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const router = useRouter();
  const [expired] = useState(to !== undefined);
  const [atCode, setAtCode] = useState(step === 'code');
  const [over, setOver] = useState<unknown>(null);
  usePageTitle(words.signIn.title);

  const enter = async () => {
    await navigate({ to: '/', replace: true });
    if (wantedPage(to) !== '/') router.history.replace(wantedPage(to));
  };
  const goOn = async (how: Entered) => {
    setOver(null);
    if (how === 'in') await enter();
    else setAtCode(true);
  };
  const backToPassword = (error: unknown) => {
    setOver(error);
    setAtCode(false);
  };
  return (
    <main className="flex min-h-full flex-col items-center px-5 pt-[max(3rem,14vh)] pb-8">
      <div className="w-full max-w-sm flex-1">
        <Wordmark large />
        <p className="mt-3 mb-9 text-base text-soft">{words.signIn.lead}</p>
        <h1 className="mb-4 text-xl font-semibold">
          {atCode ? words.signIn.secondStep : words.signIn.title}
        </h1>
        {expired && !atCode && (
          <div className="mb-5">
            <Notice tone="accent" title={words.signIn.expired} />
          </div>
        )}
        {over !== null && (
          <div className="mb-5">
            <DoorNotice error={over} />
          </div>
        )}
        {atCode ? (
          <SecondStepForm onSignedIn={enter} onOver={backToPassword} />
        ) : (
          <>
            <SignInForm onEntered={goOn} />
            <PasskeyButton onSignedIn={enter} />
          </>
        )}
        <p className="mt-6 text-[13px] text-soft">{words.signIn.needHelp}</p>
      </div>
      <footer className="mt-12">
        <LanguageSwitch />
      </footer>
    </main>
  );
}
