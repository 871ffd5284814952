// The way in: `npm start`, `npm test` and the rest come here before anything is installed.
// It runs on any Node from 20.19, imports nothing but Node itself, and hands over to the pinned Node 24. package.json
// calls it with `exec`: the shell that npm puts in between would otherwise take a SIGTERM for itself and leave us behind.
import { handOver } from './prepare/hand-over.mjs'
import { pinnedNode } from './prepare/node.mjs'
import { installPackages } from './prepare/packages.mjs'
import { buildScreens } from './prepare/screens.mjs'

/** What each npm script runs once the machine is ready; `screens` says whether it serves them. */
const programs = {
  start: { file: 'demo/src/serve.ts', screens: true },
  demo: { file: 'demo/src/evening.ts', screens: true },
  test: { file: 'scripts/test.ts', screens: true },
  'test:long': { file: 'scripts/test.ts', screens: true, env: { COMANDA_TEST_LONG: '1' } },
  check: { file: 'scripts/check.ts', screens: false },
  spec: { file: 'scripts/spec.ts', screens: false },
  bench: { file: 'bench/src/main.ts', screens: false },
  'domain-hash': { file: 'scripts/domain-hash.ts', screens: false },
  comanda: { file: 'server/src/main.ts', screens: true },
  protocol: { file: 'server/src/protocol-docs/write.ts', screens: false },
}

const [name = '', ...args] = process.argv.slice(2)
const program = programs[name]
if (!program) {
  console.error(`Nothing is called "${name}". Choose one of: ${Object.keys(programs).join(', ')}`)
  process.exit(2)
}

try {
  installPackages()
  const node = pinnedNode()
  if (program.screens) buildScreens(node)
  handOver(node, [program.file, ...args], program.env)
} catch (error) {
  console.error(error.message)
  process.exit(1)
}
