import { useTranslation } from 'react-i18next';
import { problemOf } from '../../api/problem.ts';
import { Notice } from './notice.tsx';

/** An error of the API, in words. */
export function ProblemNotice({ error }: { readonly error: unknown }) {
  const { t, i18n } = useTranslation();
  const { message, hint } = problemOf(error, t, i18n.language);
  return <Notice tone="bad" title={message} hint={hint} />;
}
