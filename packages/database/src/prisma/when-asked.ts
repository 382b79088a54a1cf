/**
 * Prisma that `come` brings when it is first asked for something: where nothing is asked of it, nobody loads its runtime
 * and no transaction is joined. What it answers are promises; the lists of operations that Prisma takes at once are not
 * for it.
 */
export function whenAsked<Client extends object>(come: () => Promise<Client>): Client {
  return partAt([], come) as Client;
}

/** Stands for `prisma.user` and for `prisma.user.findMany` alike: only when it is called, it shows which it was. */
function partAt(path: readonly string[], come: () => Promise<object>): object {
  return new Proxy(called, {
    get: (_, name) => (isOperation(name) ? partAt([...path, name], come) : undefined),
    apply: async (_, __, given: unknown[]) => call(await come(), path, given),
  });
}

/** A proxy can be called where its target can. */
function called(): void {}

/** With a `then` it would be taken for a promise; what begins with `_` is Prisma's own. */
function isOperation(name: string | symbol): name is string {
  return typeof name === 'string' && name !== 'then' && !name.startsWith('_');
}

function call(client: object, path: readonly string[], given: unknown[]): unknown {
  const owner = path.slice(0, -1).reduce<object>((object, name) => Reflect.get(object, name), client);
  return Reflect.apply(Reflect.get(owner, path.at(-1) ?? ''), owner, given);
}
