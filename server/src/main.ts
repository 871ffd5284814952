// The program. What it was compiled to is kept in the data folder: the next start is sooner ready and takes less memory.

import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

const data = process.env.COMANDA_DATA ?? 'data'
if (existsSync(data)) enableCompileCache(join(data, 'compiled'))

const { runProgram } = await import('./program.ts')
process.exitCode = await runProgram(process.argv.slice(2))
