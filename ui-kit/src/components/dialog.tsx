// A question in the middle of the screen. It is open while it is rendered.
import { Modal, type ModalProps } from './modal.tsx'

export type DialogProps = ModalProps

export function Dialog(props: DialogProps) {
  return <Modal kind="dialog" {...props} />
}
