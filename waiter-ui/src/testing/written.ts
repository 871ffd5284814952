// A draft in a test: dishes by name, on the small restaurant's menu.

import type { DraftLine } from '@comanda/shared/domain/commands/draft'
import { draft as draftLine } from '@comanda/shared/domain/testing/house'
import type { CommandId, TableId } from '@comanda/shared/model/ids'
import { type Draft, type DraftTarget, emptyDraft } from '../draft/draft.ts'
import { addLines } from '../draft/draft-edit.ts'

export const atTable = (name: string): DraftTarget => ({ kind: 'table', tableId: name as TableId })

export const written = (target: DraftTarget, now: number, ...lines: readonly (string | Partial<DraftLine>)[]): Draft =>
  addLines(emptyDraft('d1' as CommandId, target, now), lines.map(draftLine), now)
