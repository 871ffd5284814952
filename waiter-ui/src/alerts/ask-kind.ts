// What a cook asks with one press; undefined: in own words, which are shown as they are (KDS-17).
import { type AskPreset, askPresets } from '@comanda/shared/domain/ask-presets'

export const askKindOf = (message: string): AskPreset | undefined => askPresets.find((preset) => preset === message)
