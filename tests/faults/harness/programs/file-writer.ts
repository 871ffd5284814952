// Changes a plain file in every way that a program may, and says after each step what it just did.
import { closeSync, copyFileSync, fsyncSync, openSync, renameSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'

const { FOLDER = '.', COPY } = process.env
const list = join(FOLDER, 'list')
const next = join(FOLDER, 'list.next')
const say = (words: string) => writeSync(1, `${words}\n`)

function syncFolder(): void {
  const folder = openSync(FOLDER, 'r')
  fsyncSync(folder)
  closeSync(folder)
}

function write(path: string, flags: string, words: string, sync: boolean): number {
  const file = openSync(path, flags)
  writeSync(file, words)
  if (sync) fsyncSync(file)
  return file
}

closeSync(write(list, 'w', 'one;', true))
say('made without its folder')
syncFolder()
say('folder synced')
const appending = write(list, 'a', 'two;', false)
say('appended')
fsyncSync(appending)
say('append synced')
closeSync(appending)
closeSync(write(next, 'w', 'three;', true))
renameSync(next, list)
say('replaced')
syncFolder()
say('replacement synced')
if (COPY === '1') copyFileSync(list, next)
unlinkSync(list)
say('removed')
syncFolder()
say('removal synced')
