import type { LoginFlowRow } from '@atelier/database/account/login-flow-store';
import type { IssuedLogin, LoginPoll } from '@atelier/providers/port/login-flow';
import type { Context } from '../../context.ts';

type Sealed = Pick<LoginFlowRow, 'id' | 'secret'>;

export function packPoll(poll: LoginPoll): string {
  return JSON.stringify(poll);
}

/** Of a row that nobody has agreed on yet. */
export function pollIn({ secrets }: Context, { id, secret }: Sealed): LoginPoll {
  return JSON.parse(secrets.open(secret, id)) as LoginPoll;
}

export function packLogin(login: IssuedLogin): string {
  return JSON.stringify(login);
}

/** Of a row that was granted: nobody else writes it, and it was authenticated when it was opened. */
export function loginIn({ secrets }: Context, { id, secret }: Sealed): IssuedLogin {
  return JSON.parse(secrets.open(secret, id)) as IssuedLogin;
}
