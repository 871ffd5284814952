import { render } from 'preact'
import { type Board, startBoard } from './board.ts'
import { BoardView } from './board-view.tsx'
import { useLate } from './use-late.ts'
import '@comanda/ui-kit/css/tokens.css'
import '@comanda/ui-kit/css/base.css'
import '@comanda/ui-kit/css/components.css'
import '@comanda/app-shell/css/shell.css'
import './board.css'

function Page({ board }: { board: Board }) {
  const { at } = board.door.door.value
  const door = useLate(at !== 'open' && at !== 'opening', () => import('./board-door.tsx'))
  const restaurant = board.door.seat.value?.restaurant
  if (at === 'open') return <BoardView board={board} restaurant={restaurant?.name ?? ''} zone={restaurant?.zone} />
  return door ? <door.BoardDoor board={board} /> : null
}

const root = document.getElementById('app')
if (root !== null) render(<Page board={startBoard()} />, root)
void import('./keep-current.ts').then(({ keepCurrent }) => keepCurrent())
