import type { StationDesk } from './desk.ts'

export type DialogProps = { readonly open: StationDesk; readonly onClose: () => void }
