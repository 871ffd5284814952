// Everything that may be done with one sent line; what the rules forbid now is not shown, what needs a manager is.
import type { Order } from '@comanda/shared/model/order'
import { bound } from '@comanda/ui-kit/action'
import { BoundButton } from '@comanda/ui-kit/components/action-button'
import { Button } from '@comanda/ui-kit/components/button'
import { Chip, ChipGroup } from '@comanda/ui-kit/components/chip'
import { Sheet } from '@comanda/ui-kit/components/sheet'
import { Stepper } from '@comanda/ui-kit/components/stepper'
import type { VNode } from 'preact'
import { useState } from 'preact/hooks'
import { useScene } from '../../asking/use-scene.ts'
import { AgainButtons } from '../../draft/parts/again-buttons.tsx'
import { useWaiter } from '../../waiter.ts'
import {
  changeLine,
  type LineInput,
  recourse,
  sendBack,
  serveLine,
  shareLine,
  takeBack,
  voidLine,
} from '../line-deeds.ts'
import { coursesOffered } from '../places.ts'
import { type SentLine, takeBackUntil } from '../sent-groups.ts'
import { ChangeForm } from './change-form.tsx'
import { MoveSome } from './move-some.tsx'
import { PlaceMark } from './place-mark.tsx'
import { Reasons } from './reasons.tsx'

type Part = 'void' | 'send-back' | 'change' | 'move'

export type LineSheetProps = { order: Order; sent: SentLine; onClose: () => void }

export function LineSheet({ order, sent, onClose }: LineSheetProps): VNode {
  const scene = useScene()
  const { session } = useWaiter()
  const [part, setPart] = useState<Part>()
  const { line } = sent
  const words = scene.texts.order
  const input = { order, line }
  const can = (one: typeof voidLine) => one.enabled(scene, { ...input, reason: '-' }) === true
  const mayChange =
    changeLine.enabled(scene, {
      ...input,
      change: { quantity: line.quantity + 1, note: line.note ?? '', seat: line.seat },
    }) === true
  return (
    <Sheet
      open
      title={`${line.quantity} ${session.pick(line.name)}`}
      detail={<PlaceMark sent={sent} />}
      onClose={onClose}
    >
      {part === undefined && (
        <div class="k-stack">
          <AtOnce deeds={line.status === 'ready' ? [takeBack, serveLine] : [takeBack]} input={input} onDone={onClose} />
          <AgainButtons order={order} line={line} onDone={onClose} />
          {mayChange && <Opener label={words.change} icon="pencil" onPress={() => setPart('change')} />}
          {line.status !== 'voided' && <Opener label={words.move} icon="move" onPress={() => setPart('move')} />}
          {can(sendBack) && <Opener label={words.sendBack} icon="again" onPress={() => setPart('send-back')} />}
          {can(voidLine) && <Opener label={words.voidLine} icon="trash" danger onPress={() => setPart('void')} />}
          {line.status !== 'ready' && <AtOnce deeds={[serveLine]} input={input} onDone={onClose} />}
        </div>
      )}
      {part === 'change' && <ChangeForm input={input} onDone={onClose} />}
      {part === 'move' && <MoveLine input={input} onDone={onClose} />}
      {part === 'void' && <TakeOff input={input} kind="void" onDone={onClose} />}
      {part === 'send-back' && <TakeOff input={input} kind="send-back" onDone={onClose} />}
    </Sheet>
  )
}

type OpenerProps = { label: string; icon: 'pencil' | 'move' | 'again' | 'trash'; danger?: boolean; onPress: () => void }

const Opener = ({ label, icon, danger, onPress }: OpenerProps): VNode => (
  <Button label={label} icon={icon} tone={danger ? 'danger' : 'plain'} size="l" wide onPress={onPress} />
)

type AtOnceProps = { deeds: readonly (typeof takeBack)[]; input: LineInput; onDone: () => void }

/** Taken back or served: one tap, no question. What is not ready is served last of all, by who brings it anyway. */
function AtOnce({ deeds, input, onDone }: AtOnceProps): VNode {
  const scene = useScene()
  const { session } = useWaiter()
  const state = session.signals.state.value
  const until = state === undefined ? undefined : takeBackUntil(state, input.line, session.now.value)
  const done = (run: () => void) => () => {
    run()
    onDone()
  }
  const shown = deeds.filter((one) => one.enabled(scene, input) === true)
  return (
    <>
      {shown.map((one) => {
        const action = bound(one, scene, input)
        const seconds = until === undefined ? undefined : Math.max(0, Math.ceil((until - session.now.value) / 1000))
        const detail = one === takeBack && seconds !== undefined ? scene.texts.order.takeBackFor(seconds) : undefined
        return (
          <BoundButton key={one.name} size="l" wide detail={detail} action={{ ...action, run: done(action.run) }} />
        )
      })}
    </>
  )
}

function MoveLine({ input, onDone }: { input: LineInput; onDone: () => void }): VNode {
  const scene = useScene()
  const words = scene.texts.order
  const { order, line } = input
  const lines = { order, lines: [line] }
  return (
    <div class="k-stack">
      <ChipGroup label={words.toCourse} columns={3}>
        {coursesOffered(order).map((course) => {
          const enabled = recourse.enabled(scene, { ...lines, course })
          return (
            <Chip
              key={course}
              label={words.course(course)}
              selected={line.course === course}
              disabled={enabled !== true}
              why={enabled === true ? undefined : enabled}
              onPress={() => {
                recourse.run(scene, { ...lines, course })
                onDone()
              }}
            />
          )
        })}
      </ChipGroup>
      <ShareAmong input={input} />
      <MoveSome input={input} onDone={onDone} />
    </div>
  )
}

const mostSeats = 24

/** Seats that pay for it together (BILL-1). */
function ShareAmong({ input }: { input: LineInput }): VNode | null {
  const scene = useScene()
  const words = scene.texts.order
  const { order, line } = input
  const shared = line.sharedBy ?? []
  const count = Math.min(mostSeats, order.covers)
  if (count < 2) return null
  return (
    <ChipGroup label={words.share} hint={words.shareWhat}>
      {Array.from({ length: count }, (_, index) => index + 1).map((seat) => {
        const seats = shared.includes(seat) ? shared.filter((one) => one !== seat) : [...shared, seat]
        return (
          <Chip
            key={seat}
            label={String(seat)}
            selected={shared.includes(seat)}
            onPress={() => shareLine.run(scene, { ...input, seats })}
          />
        )
      })}
    </ChipGroup>
  )
}

type TakeOffProps = { input: LineInput; kind: 'void' | 'send-back'; onDone: () => void }

/** With a reason; some of several too. */
function TakeOff({ input, kind, onDone }: TakeOffProps): VNode {
  const scene = useScene()
  const { session } = useWaiter()
  const words = scene.texts.order
  const [quantity, setQuantity] = useState(input.line.quantity)
  const reasons = session.signals.state.value?.catalog.settings.reasons
  const isVoid = kind === 'void'
  const action = isVoid ? voidLine : sendBack
  return (
    <div class="k-stack">
      {input.line.quantity > 1 && (
        <div class="w-change-count">
          <span class="k-group-label">{words.voidOf(quantity, input.line.quantity)}</span>
          <Stepper
            label={words.quantity}
            value={quantity}
            min={1}
            max={input.line.quantity}
            size="l"
            onChange={setQuantity}
          />
        </div>
      )}
      <Reasons
        label={isVoid ? words.voidWhy : words.sendBackWhy}
        hint={isVoid ? undefined : words.sendBackWhat}
        reasons={(isVoid ? reasons?.void : reasons?.sendBack) ?? []}
        onReason={(reason) => {
          action.run(scene, { ...input, reason, quantity })
          onDone()
        }}
      />
    </div>
  )
}
