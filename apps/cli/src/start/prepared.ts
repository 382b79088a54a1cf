/** What `start` and the process that prepares the studio for it tell each other, in this order. */
export interface Plan {
  readonly home: string;
  /** Null: the embedded one, which `start` brings up. */
  readonly databaseUrl: string | null;
  readonly ports: Ports;
  /** Whether the server does a worker's work as well. */
  readonly oneProcess: boolean;
}

export interface Ports {
  /** What people type. */
  readonly page: number;
  /** Where the server listens: the same, or behind Vite in development. */
  readonly server: number;
}

/** The answer of `start`. */
export interface Given {
  readonly databaseUrl: string;
}

export interface Prepared {
  /** What a person is told once everything runs. */
  readonly greeting: string;
  /** Whether the process stays, for the demo's calendar server lives in it. */
  readonly stays: boolean;
}
