// Where a staff screen begins. What is kept on this device opens it at once, with or without the server; pairing,
// signing in and the lock stand before the screen's own work.

import type { ReplicaRoom } from '@comanda/shared/domain/rooms'
import type { StationId } from '@comanda/shared/model/ids'
import type { Language } from '@comanda/shared/model/text'
import type { Rules } from '@comanda/sync-client/rules'
import { render, type VNode } from 'preact'
import type { AppSession, DeviceKind } from '../session.ts'
import { startShell } from '../shell.ts'
import { ShellView } from './shell-view.tsx'

export type StartOptions = {
  readonly root: Element
  /** What this screen is paired as, and the path it lives at: `/kitchen/`. */
  readonly kind: DeviceKind
  /** The path without slashes, where it is not the kind's own: the tablet's is `waiter`. */
  readonly path?: string
  readonly room: ReplicaRoom
  readonly needsPerson: boolean
  /** A shared screen that nobody touched is locked. Without it, tablets are. */
  readonly locks?: boolean
  readonly texts: Readonly<Record<Language, { readonly title: string }>>
  readonly build: string
  /** `lateRules()`, so that the page stands before the rules are there; or the rules themselves. */
  readonly rules: Rules | Promise<Rules>
  /** Whose tickets it shows; those that the device was paired for, unless told. */
  readonly stations?: readonly StationId[]
  readonly screen: (session: AppSession) => VNode
}

const paths: Readonly<Record<DeviceKind, string>> = {
  tablet: 'waiter',
  kitchen: 'kitchen',
  front: 'front',
  office: 'office',
  board: 'board',
}

export function startApp(options: StartOptions): void {
  const path = options.path ?? paths[options.kind]
  const shell = startShell({ ...options, path, locks: options.locks ?? options.kind === 'tablet' })
  render(<ShellView shell={shell} {...options} />, options.root)
}
