// A folder as a power cut leaves it, on a disk that honours a sync and promises nothing else: what no sync covered may
// be gone, be there, or be there in part, file by file and name by name.
import { dirname } from 'node:path'
import { assertNever } from '@comanda/shared/domain/decision'
import type { SeededRandom } from '../../harness/seeded-random.ts'
import type { DiskOperation } from './disk-history.ts'

export type FolderImage = ReadonlyMap<string, Buffer>

/** What becomes of all that no sync covered: nothing of it stays, all of it does, or chance decides each piece. */
export type Survival = 'none' | 'all' | SeededRandom

type ContentChange = Extract<DiskOperation, { kind: 'write' | 'truncate' }>
type File = { content: Content; pending: { index: number; change: ContentChange }[]; size: number }
type NameChange = { index: number; folders: readonly string[]; names: readonly (readonly [string, File | null])[] }

const SECTOR_BYTES = 512

class Content {
  #bytes: Buffer
  #size: number

  constructor(bytes: Buffer) {
    this.#bytes = Buffer.from(bytes)
    this.#size = bytes.length
  }

  write(offset: number, bytes: Buffer): void {
    this.#reserve(offset + bytes.length)
    bytes.copy(this.#bytes, offset)
    this.#size = Math.max(this.#size, offset + bytes.length)
  }

  truncate(size: number): void {
    this.#reserve(size)
    this.#bytes.fill(0, Math.min(size, this.#size))
    this.#size = size
  }

  read(): Buffer {
    return Buffer.from(this.#bytes.subarray(0, this.#size))
  }

  #reserve(size: number): void {
    if (size <= this.#bytes.length) return
    const larger = Buffer.alloc(Math.max(size, this.#bytes.length * 2))
    this.#bytes.copy(larger, 0, 0, this.#size)
    this.#bytes = larger
  }
}

/** The folder after a cut when that many operations were over. */
export function folderAfterPowerCut(
  start: FolderImage,
  operations: readonly DiskOperation[],
  at: number,
  survival: Survival,
): FolderImage {
  const disk = new Disk(start)
  for (const [index, operation] of operations.slice(0, at).entries()) disk.apply(index, operation)
  return disk.afterPowerCut(survival)
}

class Disk {
  readonly #names = new Map<string, File>()
  readonly #durableNames = new Map<string, File>()
  #pendingNames: NameChange[] = []

  constructor(start: FolderImage) {
    for (const [path, bytes] of start) {
      const file = { content: new Content(bytes), pending: [], size: bytes.length }
      this.#names.set(path, file)
      this.#durableNames.set(path, file)
    }
  }

  apply(index: number, operation: DiskOperation): void {
    const { path } = operation
    switch (operation.kind) {
      case 'create':
        if (!this.#names.has(path)) this.#rename(index, [[path, emptyFile()]])
        break
      case 'remove':
        this.#rename(index, [[path, null]])
        break
      case 'rename':
        this.#rename(index, [
          [path, null],
          [operation.to, this.#file(path)],
        ])
        break
      case 'sync':
        this.#sync(path, operation.covers)
        break
      case 'truncate':
      case 'write':
        change(index, operation, this.#file(path))
        break
      default:
        assertNever(operation)
    }
  }

  afterPowerCut(survival: Survival): FolderImage {
    const names = new Map(this.#durableNames)
    for (const change of survivors(this.#pendingNames, survival)) enter(names, change)
    const image = new Map<string, Buffer>()
    for (const [path, file] of names) {
      for (const { change } of file.pending) applyInPart(file.content, change, survival)
      image.set(path, file.content.read())
    }
    return image
  }

  #file(path: string): File {
    const file = this.#names.get(path)
    if (!file) throw new Error(`${path} was used but never made`)
    return file
  }

  #rename(index: number, names: NameChange['names']): void {
    const change = { index, names, folders: names.map(([path]) => dirname(path)) }
    enter(this.#names, change)
    this.#pendingNames.push(change)
  }

  #sync(path: string, covers: number): void {
    const file = this.#names.get(path)
    if (file) {
      for (const { change } of file.pending.filter(({ index }) => index < covers)) applyWhole(file.content, change)
      file.pending = file.pending.filter(({ index }) => index >= covers)
      return
    }
    const isCovered = ({ index, folders }: NameChange) => index < covers && folders.includes(path)
    for (const change of this.#pendingNames.filter(isCovered)) enter(this.#durableNames, change)
    this.#pendingNames = this.#pendingNames.filter((change) => !isCovered(change))
  }
}

const emptyFile = (): File => ({ content: new Content(Buffer.alloc(0)), pending: [], size: 0 })

function change(index: number, operation: ContentChange, file: File): void {
  if (operation.kind === 'truncate') {
    file.pending.push({ index, change: operation })
    file.size = operation.size
    return
  }
  const offset = operation.offset === 'end' ? file.size : operation.offset
  file.pending.push({ index, change: { ...operation, offset } })
  file.size = Math.max(file.size, offset + operation.bytes.length)
}

function enter(names: Map<string, File>, { names: changes }: NameChange): void {
  for (const [path, file] of changes) {
    if (file) names.set(path, file)
    else names.delete(path)
  }
}

/** A file system keeps the order of its names: some first ones survive, then none. */
function survivors(changes: readonly NameChange[], survival: Survival): readonly NameChange[] {
  if (survival === 'all') return changes
  return survival === 'none' ? [] : changes.slice(0, survival.integer(0, changes.length))
}

function applyWhole(content: Content, change: ContentChange): void {
  if (change.kind === 'truncate') content.truncate(change.size)
  else if (change.offset === 'end') throw new Error('the end of the file was not resolved')
  else content.write(change.offset, change.bytes)
}

/** Writes reach the disk in any order and in part: any sectors of any of them. */
function applyInPart(content: Content, change: ContentChange, survival: Survival): void {
  if (survival === 'none') return
  if (survival === 'all' || (change.kind === 'truncate' && survival.chance(0.5))) {
    applyWhole(content, change)
    return
  }
  if (change.kind === 'truncate' || change.offset === 'end') return
  const fate = survival.integer(0, 2)
  if (fate === 0) return
  if (fate === 1) {
    applyWhole(content, change)
    return
  }
  for (let start = 0; start < change.bytes.length; start += SECTOR_BYTES) {
    const sector = change.bytes.subarray(start, start + SECTOR_BYTES)
    if (survival.chance(0.5)) content.write(change.offset + start, sector)
  }
}
