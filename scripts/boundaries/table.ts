// Who may import whom. A workspace without a row may not exist; what a row leaves out is forbidden.

export type Row = {
  /** Folders of the workspaces it may import. */
  workspaces: readonly string[] | 'any'
  /** Packages it is held to; without a list, those its own package.json names. */
  packages?: readonly string[]
  /** Whether Node's own modules exist where it runs. */
  node: boolean
}

const screen: Row = { workspaces: ['shared', 'sync-client', 'ui-kit', 'app-shell'], node: false }
const anything: Row = { workspaces: 'any', node: true }

export const table: Readonly<Record<string, Row>> = {
  shared: { workspaces: [], packages: ['zod'], node: false },
  db: { workspaces: ['shared'], packages: ['better-sqlite3', 'pg'], node: true },
  server: { workspaces: ['shared', 'db'], node: true },
  'sync-client': { workspaces: ['shared'], node: true },
  'ui-kit': { workspaces: [], packages: ['preact', '@preact/signals'], node: false },
  'app-shell': { workspaces: ['shared', 'sync-client', 'ui-kit'], node: false },
  'waiter-ui': screen,
  'kitchen-display': screen,
  board: screen,
  'front-terminal': screen,
  office: screen,
  'guest-ui': screen,
  demo: { workspaces: ['shared', 'sync-client', 'server', 'db'], node: true },
  tests: anything,
  bench: anything,
}

/** Nobody imports these, whatever its row says. */
export const proofs: readonly string[] = ['tests', 'bench']

/** What a test beside its source may use on top of its workspace's row. */
export const forTests: readonly string[] = ['demo']

/** Where the outbox and the replica run inside a tab, zod has no place: it is half as large as all the rest. */
export const freeOfPackage = { workspace: 'sync-client', package: 'zod' }
