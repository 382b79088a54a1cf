import type { ProviderKind } from '@atelier/providers/kinds';
import { OPERATOR } from '@atelier/usecases/actor';
import { findAccount } from '@atelier/usecases/connections/find-account';
import type { Context } from '@atelier/usecases/context';
import { connect as en } from '@atelier/words/studio/en/connections';
import { connect as fr } from '@atelier/words/studio/fr/connections';
import { InvalidArgumentError } from 'commander';
import type { Output } from '../../output.ts';
import { expectDone } from '../../run.ts';
import type { Shell } from '../../shell.ts';
import { terminalLanguage } from '../../terminal-language.ts';

interface Named {
  readonly kind?: ProviderKind;
  /** A mail address, or where the calendars are. */
  readonly address?: string;
  readonly url?: string;
  readonly user?: string;
  readonly loginHint?: string;
}

/** What was said stands; the rest is told by the address. */
export async function foundBy<Options extends Named>(
  context: Context,
  options: Options,
  { shell: { env }, output }: { readonly shell: Shell; readonly output: Output },
): Promise<Options & { readonly kind: ProviderKind }> {
  const { kind, address } = options;
  if (kind !== undefined) return { ...hinted(options), kind };
  if (address === undefined) throw new InvalidArgumentError('Either --kind or --address is needed.');
  const { find, kinds } = terminalLanguage(env) === 'fr' ? fr : en;
  const found = expectDone(await findAccount(context, OPERATOR, address));
  if (!found.found)
    throw new InvalidArgumentError(`${find.notFound[found.why]({ host: found.host })} (--kind)`);
  output.remark(find.found[found.by]({ kind: kinds[found.kind], host: found.host }));
  const { url, username: user } = found;
  return {
    ...(url !== null && { url }),
    ...(user !== null && { user }),
    ...hinted(options),
    kind: found.kind,
  };
}

/** The page of Microsoft or Google is handed the address that was typed. */
function hinted<Options extends Named>(options: Options): Options {
  const { address = '', loginHint } = options;
  const isMail = address.includes('@') && !address.includes('/');
  return isMail && loginHint === undefined ? { ...options, loginHint: address } : options;
}
