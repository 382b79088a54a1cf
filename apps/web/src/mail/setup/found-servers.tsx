import { useReader } from '../../language/studio-reader.ts';
import { Notice } from '../../ui/display/notice.tsx';
import type { FoundMailbox } from './mailbox-place.ts';

/** Where a password would go, and who says so: to be looked at before it is typed. */
export function FoundServers({ found }: { readonly found: FoundMailbox }) {
  const { words } = useReader();
  const said = words.mailSetup;
  const { by, host, elsewhere, servers } = found;
  return (
    <div role="status" className="space-y-2">
      <Notice
        tone={elsewhere ? 'warn' : 'accent'}
        title={said.found[by]({ host })}
        {...(elsewhere && { hint: said.elsewhere })}
      />
      <dl className="grid gap-x-4 gap-y-1 text-[13px] sm:grid-cols-[auto_1fr]">
        {(['imap', 'smtp'] as const).map((kind) => (
          <div key={kind} className="contents">
            <dt className="text-soft">{said.servers[kind]}</dt>
            <dd className="break-all">
              {servers[kind].host}:{servers[kind].port}, {said.securities[servers[kind].security]}
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
