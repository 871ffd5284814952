// All that is asked of the shape of the code and that neither the compiler nor the linter can see.
import { root } from '../source/files.ts'
import { forbiddenImports } from './crossings.ts'
import { importCycles } from './cycles.ts'
import { readProject } from './modules.ts'
import { heavyImports } from './reach.ts'
import { ambientTimeAndChance } from './time-and-chance.ts'

export function checkBoundaries(base = root): string[] {
  const project = readProject(base)
  return [forbiddenImports, importCycles, heavyImports, ambientTimeAndChance].flatMap((look) => look(project))
}
