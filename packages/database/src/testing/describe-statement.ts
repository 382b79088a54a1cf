import type pg from 'pg';

/** A column of what a statement gives, as PostgreSQL describes it. */
export interface DescribedColumn {
  readonly name: string;
  readonly typeId: number;
  /** Where it comes from as it is: a column of a table; zeros for anything computed. */
  readonly table: number;
  readonly column: number;
}

export interface Description {
  readonly paramTypeIds: readonly number[];
  readonly columns: readonly DescribedColumn[];
}

/** Has PostgreSQL parse and describe a statement, without running it (the extended query protocol's Parse and Describe). */
export function describeStatement(client: pg.PoolClient, text: string): Promise<Description> {
  return new Promise((resolve, reject) => {
    client.query(new Describing(text, resolve, reject));
  });
}

interface RowDescription {
  readonly fields: readonly {
    readonly name: string;
    readonly dataTypeID: number;
    readonly tableID: number;
    readonly columnID: number;
  }[];
}

/** What pg's client runs in place of a query: it calls these methods as the server's messages come in. */
class Describing implements pg.Submittable {
  #paramTypeIds: readonly number[] = [];
  #columns: readonly DescribedColumn[] = [];
  readonly #text: string;
  readonly #resolve: (description: Description) => void;
  readonly #reject: (error: Error) => void;

  constructor(text: string, resolve: (description: Description) => void, reject: (error: Error) => void) {
    this.#text = text;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: pg.Connection): void {
    connection.once(
      'parameterDescription',
      ({ dataTypeIDs }: { readonly dataTypeIDs: readonly number[] }) => {
        this.#paramTypeIds = dataTypeIDs;
      },
    );
    connection.parse({ name: '', text: this.#text, types: [] }, true);
    connection.describe({ type: 'S', name: '' }, true);
    connection.sync();
  }

  handleRowDescription({ fields }: RowDescription): void {
    this.#columns = fields.map((field) => ({
      name: field.name,
      typeId: field.dataTypeID,
      table: field.tableID,
      column: field.columnID,
    }));
  }

  handleError(error: Error): void {
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#resolve({ paramTypeIds: this.#paramTypeIds, columns: this.#columns });
  }
}
