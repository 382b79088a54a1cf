import { factsOf, type OAuthKind } from '@atelier/providers/kinds';
import { useReader } from '../../language/studio-reader.ts';
import { CopyField } from '../../ui/controls/copy-field.tsx';
import { Notice } from '../../ui/display/notice.tsx';

interface RegisterStepsProps {
  readonly kind: OAuthKind;
  readonly redirectUri: string;
}

/** What an operator has to do once, before anybody can sign in at this provider. */
export function RegisterSteps({ kind, redirectUri }: RegisterStepsProps) {
  const { words } = useReader();
  const { register } = words.signIns;
  const { provider } = factsOf(kind).signIn;
  return (
    <div className="space-y-4">
      <Notice tone="accent" title={register.title({ provider })} hint={register.lead} />
      <ol className="list-decimal space-y-2 pl-5 marker:text-soft">
        {register[kind].map((step) => (
          <li key={step} className="pl-1">
            {step}
          </li>
        ))}
      </ol>
      <div>
        <p className="mb-1 text-[13px] text-soft">{register.redirect}</p>
        <CopyField label={register.redirect} value={redirectUri} />
      </div>
    </div>
  );
}
