import type { AccountInput } from '../api/answers.ts';

export type Account = AccountInput & { readonly name: string };
