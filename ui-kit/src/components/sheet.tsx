// Comes from below on a phone and from the side on a tablet, on the side of the hand that holds it.
import { Modal, type ModalProps } from './modal.tsx'

export type SheetProps = ModalProps & { open: boolean }

export function Sheet({ open, ...modal }: SheetProps) {
  return open ? <Modal kind="sheet" {...modal} /> : null
}
