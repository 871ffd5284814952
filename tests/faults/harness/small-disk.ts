// A disk small enough to fill, mounted for one test. In memory it can be filled and freed; on a loop device it can
// also fail as a real one does: the file system turns read-only under the open files of whoever uses it.
import { spawnSync } from 'node:child_process'
import {
  closeSync,
  existsSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  realpathSync,
  rmSync,
  statfsSync,
  unlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { type Support, supported, unsupported } from './support.ts'

export type SmallDisk = {
  readonly path: string
  readonly freeBytes: () => number
  /** Takes all room but so many bytes. Gives how much it took. */
  readonly fill: (leaveBytes?: number) => number
  /** Gives the taken room back. */
  readonly free: () => void
  /** Possible only while nobody has a file open for writing. */
  readonly remount: (mode: 'ro' | 'rw') => void
  /** Ends the mount, also when files are still open. */
  readonly unmount: () => void
}

export type FailingDisk = SmallDisk & {
  /** The kernel meets an error and makes the file system read-only at once, whatever is open. Only unmounting helps. */
  readonly breakDown: () => void
}

const CHUNK_BYTES = 64 * 1024
const fillingName = '.taken-room'
const mounted = new Set<() => void>()

process.on('exit', () => {
  for (const unmount of mounted) unmount()
})

function run(command: string, ...args: string[]): void {
  const { error, status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr.trim()}`)
}

function reasonNot(attempt: () => SmallDisk): Support {
  if (process.platform !== 'linux') return unsupported('small disks are mounted on Linux alone')
  if (process.getuid?.() !== 0) return unsupported('mounting a small disk needs root')
  try {
    attempt().unmount()
    return supported
  } catch (error) {
    return unsupported(`a small disk cannot be mounted here: ${error instanceof Error ? error.message : error}`)
  }
}

export const smallDiskSupport = (): Support => reasonNot(() => mountSmallDisk({ bytes: 1024 * 1024 }))

export function failingDiskSupport(): Support {
  if (!existsSync('/sys/fs/ext4')) return unsupported('the kernel has no ext4, which can be told to fail')
  return reasonNot(() => mountFailingDisk({ bytes: 8 * 1024 * 1024 }))
}

/** In memory, of that size. Needs `smallDiskSupport()`. */
export function mountSmallDisk({ bytes }: { bytes: number }): SmallDisk {
  const base = mkdtempSync(join(realpathSync(tmpdir()), 'comanda-small-disk-'))
  const path = join(base, 'disk')
  mkdirSync(path)
  return mounting(base, path, () => run('mount', '-t', 'tmpfs', '-o', `size=${bytes},mode=0755`, 'tmpfs', path))
}

/** ext4 in a file behind a loop device. Needs `failingDiskSupport()`. */
export function mountFailingDisk({ bytes }: { bytes: number }): FailingDisk {
  const base = mkdtempSync(join(realpathSync(tmpdir()), 'comanda-failing-disk-'))
  const path = join(base, 'disk')
  const image = join(base, 'image')
  mkdirSync(path)
  const file = openSync(image, 'w')
  ftruncateSync(file, bytes)
  closeSync(file)
  let device = ''
  const disk = mounting(base, path, () => {
    run('mkfs.ext4', '-q', '-m', '0', '-F', image)
    run('mount', '-o', 'loop,errors=remount-ro', image, path)
    device = spawnSync('findmnt', ['-n', '-o', 'SOURCE', path], { encoding: 'utf8' }).stdout.trim()
    if (!existsSync(triggerOf(device))) throw new Error(`${device} cannot be told to fail`)
  })
  return { ...disk, breakDown: () => writeFileSync(triggerOf(device), 'broken for a test') }
}

const triggerOf = (device: string) => `/sys/fs/ext4/${basename(device)}/trigger_fs_error`

function mounting(base: string, path: string, mount: () => void): SmallDisk {
  const remove = () => {
    mounted.delete(remove)
    spawnSync('umount', ['-l', path])
    rmSync(base, { recursive: true, force: true })
  }
  try {
    mount()
  } catch (error) {
    remove()
    throw error
  }
  mounted.add(remove)
  const freeBytes = () => {
    const { bavail, bsize } = statfsSync(path)
    return bavail * bsize
  }
  return {
    path,
    freeBytes,
    fill: (leaveBytes = 0) => takeRoom(join(path, fillingName), leaveBytes, freeBytes),
    free: () => unlinkSync(join(path, fillingName)),
    remount: (mode) => run('mount', '-o', `remount,${mode}`, path),
    unmount: remove,
  }
}

function takeRoom(path: string, leaveBytes: number, freeBytes: () => number): number {
  const file = openSync(path, 'a')
  let taken = 0
  try {
    for (let chunk = CHUNK_BYTES; chunk >= 512; ) {
      const wanted = Math.min(chunk, freeBytes() - leaveBytes)
      if (wanted <= 0) break
      try {
        taken += writeSync(file, Buffer.alloc(wanted, 1))
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error
        chunk /= 2
      }
    }
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  return taken
}
