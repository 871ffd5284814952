// Before there are numbers to show: this device is not known yet, or the server was never reached.
import { pairingDesk } from '@comanda/app-shell/pairing-desk'
import { Pairing } from '@comanda/app-shell/parts/pairing'
import { Threshold } from '@comanda/app-shell/parts/threshold'
import { useShellTexts } from '@comanda/app-shell/shell-context'
import { platformTimers } from '@comanda/sync-client/adapters/platform'
import { Button } from '@comanda/ui-kit/components/button'
import { ErrorCard } from '@comanda/ui-kit/components/states'
import { useMemo } from 'preact/hooks'
import type { Board } from './board.ts'
import { ShellFrame } from './shell-frame.tsx'
import { boardTexts } from './texts.ts'

export function BoardDoor({ board }: { board: Board }) {
  return (
    <ShellFrame board={board}>
      <Door board={board} />
    </ShellFrame>
  )
}

function Door({ board }: { board: Board }) {
  const words = useShellTexts()
  const door = board.door.door.value
  const { title } = boardTexts[board.preferences.language.value]
  const desk = useMemo(() => pairingDesk(board.api, platformTimers.after), [board])
  const ask = () => void board.door.ask()
  switch (door.at) {
    case 'unreachable': {
      const { message, kept, next } = door.problem
      const again = <Button label={words.again} tone="primary" onPress={ask} />
      return (
        <Threshold title={title}>
          <ErrorCard what={message} kept={kept} next={next} actions={again} />
        </Threshold>
      )
    }
    case 'pairing':
    case 'wrong-kind': {
      const note = door.at === 'wrong-kind' ? words.pairing.wrongKind : door.revoked ? words.pairing.revoked : undefined
      return <Pairing desk={desk} kind="board" title={title} note={note} onPaired={ask} />
    }
    case 'opening':
    case 'signing-in':
    case 'locked':
    case 'open':
      return null
  }
}
