// Letting a device in, loaded when it is wanted; and the wish for it in the page's own address, where a manager's camera
// brought it from the QR code of the device.
import { useState } from 'preact/hooks'
import { forgetPairingWish, pairingWish } from '../adapters/page.ts'
import { type AppSession, deviceKinds } from '../session.ts'
import { latePart } from './late-part.tsx'

export const LetIn = latePart(() => import('./let-in-form.tsx').then(({ LetInForm }) => LetInForm))

export const mayLetIn = (session: AppSession): boolean =>
  session.me.value?.roles.some((role) => role === 'manager' || role === 'owner') === true

export function LetInByAddress({ session }: { session: AppSession }) {
  const [wish, setWish] = useState(pairingWish)
  if (wish === undefined || !mayLetIn(session)) return null
  return (
    <LetIn
      session={session}
      code={wish.code}
      kind={deviceKinds.find((one) => one === wish.kind)}
      onClose={() => {
        forgetPairingWish()
        setWish(undefined)
      }}
    />
  )
}
