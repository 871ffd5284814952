import type { Status } from '@comanda/sync-client/client-types'
import { expect, it } from 'vitest'
import { shownOf } from './connection.ts'

const well: Status = { link: 'live', stale: false, unsent: 0, needsEyes: 0 }

it.each([
  ['nothing while all is well', well, { kind: 'live' }],
  ['a chip under five seconds', { ...well, link: 'reconnecting' }, { kind: 'reconnecting' }],
  [
    'offline with what waits',
    { ...well, link: 'offline', unsent: 3, freshAt: 7 },
    { kind: 'offline', unsent: 3, freshAt: 7 },
  ],
  [
    'offline rather than stale, which it is too',
    { ...well, link: 'offline', stale: true },
    { kind: 'offline', unsent: 0 },
  ],
  [
    'stale when the line stands and brings nothing',
    { ...well, stale: true, freshAt: 9 },
    { kind: 'stale', freshAt: 9 },
  ],
  ['stale rather than reconnecting', { ...well, link: 'reconnecting', stale: true }, { kind: 'stale' }],
  ['catching up', { ...well, link: 'catching-up' }, { kind: 'catching-up' }],
  ['the end, and why', { ...well, link: 'ended', ended: 'replaced' }, { kind: 'ended', why: 'replaced' }],
  ['a storage that keeps nothing before all else', { ...well, storageFault: 'full' }, { kind: 'storage-fault' }],
] as [string, Status, unknown][])('shows %s', (_, status, shown) => {
  expect(shownOf(status)).toEqual(shown)
})
