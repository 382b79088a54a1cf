/** A JSON object that one side wrote and reads again; opaque to everybody in between. */
export type Opaque = { readonly [key: string]: Json };

export type Json = string | number | boolean | null | readonly Json[] | Opaque;
