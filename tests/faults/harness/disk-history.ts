// What a program did to one folder, call by call, beside what it told the outside meanwhile: enough to rebuild the
// folder as a power cut would have left it at any moment. A call it cannot account for fails the reading.
import { fromHex, numbersAfterStrings, type SystemCall, strings, tracedFile } from './strace-lines.ts'

export type DiskOperation =
  | { kind: 'create'; path: string }
  /** `offset` is 'end' where the file was opened to be appended to. */
  | { kind: 'write'; path: string; offset: number | 'end'; bytes: Buffer }
  | { kind: 'truncate'; path: string; size: number }
  /** Of a file or a folder. Covers the operations before that number: what was over when it began. */
  | { kind: 'sync'; path: string; covers: number }
  | { kind: 'remove'; path: string }
  | { kind: 'rename'; path: string; to: string }

/** Something told to a pipe or a socket, begun when so many operations were over. */
export type Said = { after: number; bytes: Buffer }

export type DiskHistory = { operations: readonly DiskOperation[]; said: readonly Said[] }

/** Everything by which a program can change a file, make it durable, or tell somebody something. */
export const historyCalls = [
  ...['open', 'openat', 'creat', 'lseek', 'execve', 'mmap'],
  ...['write', 'pwrite64', 'writev', 'pwritev', 'pwritev2', 'ftruncate', 'truncate', 'fallocate'],
  ...['copy_file_range', 'sendfile', 'splice', 'sendto', 'sendmsg', 'sendmmsg'],
  ...['fsync', 'fdatasync', 'sync', 'syncfs', 'sync_file_range'],
  ...['unlink', 'unlinkat', 'rename', 'renameat', 'renameat2', 'link', 'linkat', 'symlink', 'symlinkat'],
]

const talk = new Set(['write', 'writev', 'sendto', 'sendmsg', 'sendmmsg'])

type Reading = {
  inFolder: (path: string | undefined) => path is string
  /** Where the next plain write through a descriptor will land. */
  places: Map<number, number | 'end'>
  covers: number
}

export function diskHistory(calls: readonly SystemCall[], folder: string): DiskHistory {
  const operations: DiskOperation[] = []
  const said: Said[] = []
  /** How many operations were over when that many calls were over. */
  const operationsAfter: number[] = [0]
  const places: Reading['places'] = new Map()
  const inFolder = (path: string | undefined): path is string => path === folder || !!path?.startsWith(`${folder}/`)

  if (calls.filter((call) => call.name === 'execve' && !call.error).length > 1) {
    throw new Error('a program that starts others is not accounted for')
  }
  for (const call of calls) {
    const covers = operationsAfter[call.startedAfter] ?? 0
    if (!call.error) {
      const file = tracedFile(call.text)
      if (talk.has(call.name) && file && !inFolder(file.path)) {
        said.push({ after: covers, bytes: Buffer.concat(strings(call.text)).subarray(0, call.result) })
      } else operations.push(...readOperation(call, { inFolder, places, covers }))
    }
    operationsAfter.push(operations.length)
  }
  return { operations, said }
}

function readOperation(call: SystemCall, reading: Reading): DiskOperation[] {
  switch (call.name) {
    case 'open':
    case 'openat':
    case 'creat':
      return opened(call, reading)
    case 'unlink':
    case 'unlinkat':
    case 'rename':
    case 'renameat':
    case 'renameat2':
      return renamed(call, reading)
    case 'lseek':
    case 'write':
    case 'writev':
    case 'pwrite64':
    case 'pwritev':
    case 'ftruncate':
    case 'fsync':
    case 'fdatasync':
      return changed(call, reading)
    default:
      return refuseUnlessElsewhere(call, reading)
  }
}

/** SQLite's index of its write-ahead log is made anew after a crash, so its content never counts. */
const isMadeAnew = (path: string) => path.endsWith('-shm')

function opened(call: SystemCall, { inFolder, places }: Reading): DiskOperation[] {
  const path = call.resultFile?.path
  if (!inFolder(path) || isMadeAnew(path)) return []
  const creat = call.name === 'creat'
  places.set(call.result, call.text.includes('O_APPEND') ? 'end' : 0)
  const operations: DiskOperation[] = []
  if (creat || call.text.includes('O_CREAT')) operations.push({ kind: 'create', path })
  if (creat || call.text.includes('O_TRUNC')) operations.push({ kind: 'truncate', path, size: 0 })
  return operations
}

function renamed(call: SystemCall, { inFolder }: Reading): DiskOperation[] {
  const [path = '', to] = strings(call.text).map(String)
  if (!path.startsWith('/')) throw new Error(`${call.name} of ${path}: only full paths are accounted for`)
  if (!inFolder(path) && !inFolder(to)) return []
  if (isMadeAnew(path)) return []
  return [to === undefined ? { kind: 'remove', path } : { kind: 'rename', path, to }]
}

function changed(call: SystemCall, { inFolder, places, covers }: Reading): DiskOperation[] {
  const file = tracedFile(call.text)
  // A file without a name is gone after a power cut, whatever is still written to it.
  if (!file || !inFolder(file.path) || isMadeAnew(file.path) || file.deleted) return []
  const { descriptor, path } = file
  const lastNumber = numbersAfterStrings(call.text).at(-1) ?? 0
  if (call.name === 'fsync' || call.name === 'fdatasync') return [{ kind: 'sync', path, covers }]
  if (call.name === 'ftruncate') return [{ kind: 'truncate', path, size: lastNumber }]
  const place = places.get(descriptor)
  if (place === undefined) throw new Error(`nobody saw ${path} opened`)
  if (call.name === 'lseek') {
    if (place !== 'end') places.set(descriptor, call.result)
    return []
  }
  const bytes = Buffer.concat(strings(call.text)).subarray(0, call.result)
  if (bytes.length < call.result) throw new Error(`only a part of what was written to ${path} was recorded`)
  if (call.name === 'pwrite64' || call.name === 'pwritev') return [{ kind: 'write', path, offset: lastNumber, bytes }]
  if (place !== 'end') places.set(descriptor, place + bytes.length)
  return [{ kind: 'write', path, offset: place, bytes }]
}

function refuseUnlessElsewhere(call: SystemCall, { inFolder }: Reading): DiskOperation[] {
  if (call.name === 'sync') throw new Error('a sync of everything is not accounted for')
  const named = [...call.text.matchAll(/[<"]([^>"]*)[>"]/g)].map((match) => fromHex(match[1] ?? '').toString())
  const path = named.find((name) => inFolder(name) && !isMadeAnew(name))
  const onlyRead = call.name === 'mmap' && !/PROT_WRITE.*MAP_SHARED/.test(call.text)
  if (path === undefined || onlyRead) return []
  throw new Error(`${call.name} on ${path} is not accounted for`)
}
