// Records a program while it works on a folder, then lays the folder down again as a power cut at any chosen moment
// would have left it. What the program had told others by then is known from the same recording.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import { type DiskHistory, diskHistory, historyCalls } from './disk-history.ts'
import { type FolderImage, folderAfterPowerCut, type Survival } from './power-cut.ts'
import { finishedTrace, straceWrapper } from './strace.ts'

/** Larger than anything a program here writes at once; a longer write fails the reading by name. */
const LONGEST_WRITE_BYTES = 16 * 1024 * 1024

export type DiskRecording = {
  /** Goes before the program's command line. */
  readonly wrapper: readonly string[]
  /** Once the program is gone: all that it did. */
  readonly finish: (pid: number) => Promise<RecordedDisk>
}

export type RecordedDisk = DiskHistory & {
  /** How many operations there were: a cut may fall before or after each. */
  readonly length: number
  /** All that the program had begun to tell anybody when that many operations were over. */
  readonly saidBy: (at: number) => string
  /** Writes the folder as a cut at that moment leaves it. `into` is emptied first. */
  readonly layDown: (at: number, survival: Survival, into: string) => void
}

function readFolder(folder: string): FolderImage {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name))]))
}

/** Needs `straceSupport().launch`. What the folder holds now counts as durable. */
export function recordDisk(folder: string): DiskRecording {
  const root = realpathSync(folder)
  const start = readFolder(root)
  const traceFolder = mkdtempSync(join(tmpdir(), 'comanda-recording-'))
  const trace = join(traceFolder, 'trace')
  return {
    wrapper: straceWrapper({ calls: historyCalls, keepBytes: LONGEST_WRITE_BYTES }, trace),
    finish: async (pid) => {
      try {
        return recordedDisk(root, start, diskHistory(await finishedTrace(trace, pid), root))
      } finally {
        rmSync(traceFolder, { recursive: true })
      }
    },
  }
}

function recordedDisk(root: string, start: FolderImage, history: DiskHistory): RecordedDisk {
  return {
    ...history,
    length: history.operations.length,
    saidBy: (at) => Buffer.concat(history.said.filter(({ after }) => after <= at).map(({ bytes }) => bytes)).toString(),
    layDown: (at, survival, into) => {
      rmSync(into, { recursive: true, force: true })
      mkdirSync(into, { recursive: true })
      for (const [path, bytes] of folderAfterPowerCut(start, history.operations, at, survival)) {
        const target = join(into, relative(root, path))
        mkdirSync(dirname(target), { recursive: true })
        writeFileSync(target, bytes)
      }
    },
  }
}
