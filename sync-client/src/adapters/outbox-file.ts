// The outbox of a Node program: one file, one line a change, each flushed to the disk before it counts.
// A line that was being written when the power went is not JSON to its end and is cut off at the next start.
// One program per file: the file is not shared.
import { type FileHandle, open, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { CommandId } from '@comanda/shared/model/ids'
import {
  byCseq,
  type OutboxChange,
  type OutboxHead,
  type OutboxStore,
  refuseForeignWrite,
  type StoredCommand,
} from '../outbox-store.ts'

/** Rewritten from what it comes to once it is this much longer than that. */
const compactPast = 512 * 1024

type Contents = { head: OutboxHead | undefined; commands: Map<CommandId, StoredCommand>; length: number }

function apply(contents: Contents, change: OutboxChange): void {
  contents.head = change.head
  for (const id of change.remove) contents.commands.delete(id)
  for (const command of change.put) contents.commands.set(command.written.id, command)
}

function parseLine(line: string): OutboxChange | undefined {
  try {
    const value: unknown = JSON.parse(line)
    const whole = typeof value === 'object' && value !== null && 'head' in value && 'put' in value && 'remove' in value
    return whole ? (value as OutboxChange) : undefined
  } catch {
    return undefined
  }
}

/** Every whole line from the start; what follows the first broken one was never promised to anybody. */
async function read(file: FileHandle): Promise<Contents> {
  const contents: Contents = { head: undefined, commands: new Map(), length: 0 }
  const text = await file.readFile('utf8')
  let from = 0
  for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
    const change = parseLine(text.slice(from, end))
    if (change === undefined) break
    apply(contents, change)
    from = end + 1
  }
  contents.length = Buffer.byteLength(text.slice(0, from))
  return contents
}

const lineOf = (change: OutboxChange): Buffer => Buffer.from(`${JSON.stringify(change)}\n`)

async function writeAll(file: FileHandle, line: Buffer, at: number): Promise<void> {
  for (let done = 0; done < line.length; ) {
    const { bytesWritten } = await file.write(line, done, line.length - done, at + done)
    done += bytesWritten
  }
  await file.datasync()
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(dirname(path), 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

export async function fileOutbox(path: string): Promise<OutboxStore> {
  let file = await open(path, 'a+').then(async (made) => {
    await made.close()
    return open(path, 'r+')
  })
  const contents = await read(file)
  await file.truncate(contents.length)
  await file.sync()
  await syncFolder(path)
  let compactAt = contents.length + compactPast
  let unusable: unknown

  async function compact(head: OutboxHead): Promise<void> {
    const line = lineOf({ head, put: [...contents.commands.values()], remove: [] })
    const fresh = await open(`${path}.new`, 'w+')
    try {
      await writeAll(fresh, line, 0)
      await rename(`${path}.new`, path)
    } catch (error) {
      await fresh.close()
      throw error
    }
    // from here on the path means the new file, so the next line must go there and nowhere else
    const old = file
    file = fresh
    contents.length = line.length
    await old.close()
    await syncFolder(path).catch((error: unknown) => {
      unusable = error
    })
  }

  async function append(change: OutboxChange): Promise<void> {
    const line = lineOf(change)
    try {
      await writeAll(file, line, contents.length)
    } catch (error) {
      // what reached the file must not be read as a promise at the next start
      await file.truncate(contents.length).then(
        () => file.datasync(),
        (stuck: unknown) => {
          unusable = stuck
        },
      )
      throw error
    }
    contents.length += line.length
    apply(contents, change)
  }

  return {
    async load() {
      const { head, commands } = contents
      return head === undefined ? undefined : { head, commands: [...commands.values()].sort(byCseq) }
    },
    async write(change) {
      if (unusable !== undefined) throw unusable
      refuseForeignWrite(contents.head?.revision ?? 0, change.head.revision)
      await append(change)
      if (contents.length < compactAt) return
      // the change is stored either way: a failed compaction is only tried again later
      await compact(change.head).catch(() => {})
      compactAt = contents.length + compactPast
    },
    async close() {
      await file.close()
    },
  }
}
