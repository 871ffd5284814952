// The question for somebody else's yes, loaded when it is asked for the first time.
import { latePart } from './late-part.tsx'

export const ApprovalDialog = latePart(() => import('./approval-form.tsx').then(({ ApprovalForm }) => ApprovalForm))
