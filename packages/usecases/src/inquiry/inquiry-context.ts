import type { Context } from '../context.ts';

export type InquiryContext = Context;
