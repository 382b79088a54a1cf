import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../i18n/language-switch.tsx';
import { usePageTitle } from '../shell/use-page-title.ts';
import { Wordmark } from '../shell/wordmark.tsx';
import { Notice } from '../ui/display/notice.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { wantedPage } from './wanted-page.ts';

export function SignInPage() {
  const { t } = useTranslation();
  const { to } = useSearch({ from: '/sign-in' });
  const navigate = useNavigate();
  const router = useRouter();
  const [expired] = useState(to !== undefined);
  usePageTitle(t('signIn.title'));

  const enter = async () => {
    await navigate({ to: '/', replace: true });
    if (wantedPage(to) !== '/') router.history.replace(wantedPage(to));
  };
  return (
    <main className="flex min-h-full flex-col items-center px-5 pt-[max(3rem,14vh)] pb-8">
      <div className="w-full max-w-sm flex-1">
        <Wordmark large />
        <p className="mt-3 mb-9 text-base text-soft">{t('signIn.lead')}</p>
        <h1 className="mb-4 text-xl font-semibold">{t('signIn.title')}</h1>
        {expired && (
          <div className="mb-5">
            <Notice tone="accent" title={t('signIn.expired')} />
          </div>
        )}
        <SignInForm onSignedIn={enter} />
        <p className="mt-6 text-[13px] text-soft">{t('signIn.needHelp')}</p>
      </div>
      <footer className="mt-12">
        <LanguageSwitch />
      </footer>
    </main>
  );
}
