// A house with the trial screen in it, built anew into a folder of its own.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildTrial } from './build-trial.ts'
import { type House, openHouse } from './house.ts'

const program = fileURLToPath(new URL('../programs/serve-trial.ts', import.meta.url))

export type TrialHouse = {
  readonly house: House
  /** Another word is another release: the next look of the browser finds it. */
  readonly release: (word: string) => Promise<void>
  readonly close: () => Promise<void>
}

export async function openTrial(): Promise<TrialHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'comanda-trial-'))
  await buildTrial(folder)
  const house = await openHouse({ program, env: { TRIAL_SCREEN: folder } })
  return {
    house,
    release: (word) => buildTrial(folder, word),
    close: async () => {
      await house.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
