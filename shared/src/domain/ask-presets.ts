// What a cook asks with one press (KDS-17). The log holds the code, so that each waiter reads it in the own language; a
// text that is none of these was typed, and is shown as it is.
export const askPresets = ['sold-out', 'long-wait', 'come-to-pass', 'how-exactly'] as const
export type AskPreset = (typeof askPresets)[number]
