// Arrow keys over a grid of buttons, of which the Tab key stops at one: the last that was walked to.
const steps: Readonly<Record<string, (columns: number) => number>> = {
  ArrowLeft: () => -1,
  ArrowRight: () => 1,
  ArrowUp: (columns) => -columns,
  ArrowDown: (columns) => columns,
}

const buttonsIn = (grid: HTMLElement): HTMLElement[] => [...grid.querySelectorAll<HTMLElement>('button')]

function columnsOf(buttons: readonly HTMLElement[]): number {
  const top = buttons[0]?.offsetTop
  const below = buttons.findIndex((button) => button.offsetTop !== top)
  return below < 0 ? buttons.length : below
}

function goalOf(key: string, at: number, buttons: readonly HTMLElement[]): number | undefined {
  if (key === 'Home') return 0
  if (key === 'End') return buttons.length - 1
  const step = steps[key]?.(columnsOf(buttons))
  return step === undefined ? undefined : at + step
}

export function walkGrid(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const buttons = buttonsIn(event.currentTarget)
  const { activeElement } = document
  const at = activeElement instanceof HTMLElement ? buttons.indexOf(activeElement) : -1
  const goal = at < 0 ? undefined : goalOf(event.key, at, buttons)
  if (goal === undefined) return
  event.preventDefault()
  buttons[goal]?.focus()
}

/** The one that has the focus is where Tab comes back to. */
export function keepTabStop(event: FocusEvent & { currentTarget: HTMLElement }): void {
  for (const button of buttonsIn(event.currentTarget)) button.tabIndex = button === event.target ? 0 : -1
}

export function setTabStop(grid: HTMLElement | null): void {
  if (grid === null) return
  const buttons = buttonsIn(grid)
  for (const [place, button] of buttons.entries()) button.tabIndex = place === 0 ? 0 : -1
}
