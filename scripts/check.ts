// `npm run check`: everything that needs no running program, in a few seconds.
import { runStaticChecks } from './static/checks.ts'

const { failed } = await runStaticChecks()
process.exitCode = failed > 0 ? 1 : 0
