// One party's order: the menu to tap on, and the slip with what was sent and what is still a draft.
import type { CommandId } from '@comanda/shared/model/ids'
import type { VNode } from 'preact'
import type { DraftTarget } from '../draft/draft.ts'

export type OrderScreenProps = { target: DraftTarget } | { draftId: CommandId }

export function OrderScreen(_props: OrderScreenProps): VNode | null {
  return null
}
