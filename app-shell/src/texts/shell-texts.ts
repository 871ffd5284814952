// Everything the shell says, in one shape for every language.

import type { DeviceKind } from '../session.ts'

export type ShellTexts = {
  readonly opening: string
  readonly unreachable: { readonly message: string; readonly kept: string; readonly next: string }
  readonly again: string
  readonly pairing: {
    readonly title: string
    readonly how: string
    readonly qr: string
    readonly revoked: string
    readonly begin: string
    readonly waits: string
    readonly over: string
    readonly demo: string
    readonly wrongKind: string
  }
  readonly signIn: {
    readonly title: string
    readonly who: string
    readonly pinOf: (name: string) => string
    readonly back: string
    readonly offline: string
    readonly wait: (seconds: number) => string
    readonly nobody: string
  }
  readonly badge: {
    readonly how: string
    readonly camera: string
    readonly stop: string
    readonly noCamera: string
  }
  readonly locked: {
    readonly title: string
    readonly goOn: (name: string) => string
    readonly other: string
    readonly offline: (name: string) => string
  }
  readonly cannotKeep: { readonly what: string; readonly kept: string; readonly next: string }
  readonly link: {
    readonly reconnecting: string
    readonly offline: (unsent: number) => string
    readonly offlineWhat: string
    readonly stale: (at: string) => string
    readonly staleNever: string
    readonly catchingUp: string
    readonly ended: Readonly<Record<'replaced' | 'refused' | 'signed-out' | 'upgrade', string>>
    readonly storageFault: string
    readonly insecure: string
    readonly useHere: string
  }
  readonly update: {
    readonly title: string
    readonly what: string
    readonly unsaved: (drafts: number, unsent: number) => string
    readonly now: string
    readonly later: string
    readonly anyway: string
  }
  readonly signOut: {
    readonly label: string
    readonly unsent: (count: number) => string
    readonly unreachable: string
  }
  readonly letIn: {
    readonly title: string
    readonly code: string
    readonly kind: string
    readonly kinds: Readonly<Record<DeviceKind, string>>
    readonly stations: string
    readonly allStations: string
    readonly letIn: string
    readonly done: string
  }
  readonly lock: string
  readonly language: string
  readonly theme: { readonly label: string; readonly system: string; readonly light: string; readonly dark: string }
  readonly hand: { readonly label: string; readonly right: string; readonly left: string }
  readonly approval: {
    readonly title: string
    readonly what: (action: string) => string
    readonly who: string
    readonly ask: string
    readonly asked: (left: string) => string
    readonly refused: string
    readonly over: string
    readonly yes: string
    readonly no: string
    readonly cancel: string
    readonly wants: (name: string, action: string) => string
    readonly offline: string
    readonly gone: string
  }
}
