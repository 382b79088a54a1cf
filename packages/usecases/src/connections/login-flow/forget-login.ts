import type { IssuedLogin } from '@atelier/providers/port/login-flow';
import type { Context } from '../../context.ts';
import { answered } from '../answered.ts';
import { loginFlowOf } from './begin-login.ts';

/** Has the Nextcloud forget an app password that it made for us; false when it could not be told. */
export async function forgetLogin(context: Pick<Context, 'gateways'>, login: IssuedLogin): Promise<boolean> {
  return (await answered(async () => (await loginFlowOf(context)).giveBack(login))).ok;
}
