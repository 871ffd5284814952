import { useState } from 'preact/hooks'
import type { BoundAction } from '../../src/action.ts'
import { Button } from '../../src/components/button.tsx'
import { Chip, ChipGroup } from '../../src/components/chip.tsx'
import { Dialog } from '../../src/components/dialog.tsx'
import { Field } from '../../src/components/field.tsx'
import { Menu } from '../../src/components/menu.tsx'
import { Sheet } from '../../src/components/sheet.tsx'
import { Stepper } from '../../src/components/stepper.tsx'
import { toast } from '../../src/toasts.ts'
import { Line, Section } from '../section.tsx'

const act = (name: string, label: string, more: Partial<BoundAction> = {}): BoundAction => ({
  name,
  label,
  keys: [],
  enabled: true,
  run: () => toast(label),
  ...more,
})

const actions: readonly BoundAction[] = [
  act('move', 'Move to another table', { icon: 'move', keys: ['KeyM'] }),
  act('bill', 'Bill', { icon: 'receipt', keys: ['KeyB'] }),
  act('print', 'Print again', { icon: 'printer', enabled: 'No printer answers' }),
  act('void', 'Void the order', { icon: 'trash', tone: 'danger' }),
]

function DishSheet({ onClose }: { onClose: () => void }) {
  const [count, setCount] = useState(1)
  const [note, setNote] = useState('')
  const [chosen, choose] = useState('Medium rare')
  return (
    <Sheet
      open
      title="Ribeye 300 g"
      detail="Seat 2, course 2, Grill. Contains milk."
      onClose={onClose}
      actions={
        <>
          <Stepper label="How many" size="l" value={count} min={1} onChange={setCount} />
          <Button label="Done" tone="primary" size="l" onPress={onClose}>
            {(count * 30).toFixed(2)}
          </Button>
        </>
      }
    >
      <ChipGroup label="Doneness" hint="choose one" columns={3}>
        {['Blue', 'Rare', 'Medium rare', 'Medium', 'Medium well', 'Well done'].map((one) => (
          <Chip key={one} label={one} selected={one === chosen} onPress={() => choose(one)} />
        ))}
      </ChipGroup>
      <ChipGroup label="Side" hint="chips if nothing is said" columns={3}>
        <Chip label="Chips" selected onPress={() => {}} />
        <Chip label="Salad" selected={false} onPress={() => {}} />
        <Chip label="Greens" selected={false} onPress={() => {}} />
      </ChipGroup>
      <ChipGroup label="Extras" hint="any, up to 4" columns={2}>
        <Chip label="Chimichurri" end="1.50" selected onPress={() => {}} />
        <Chip label="Fried egg" end="2.00" selected={false} onPress={() => {}} />
      </ChipGroup>
      <Button label="Print a slip" icon="printer" onPress={() => toast('The slip was not printed', { tone: 'late' })} />
      <Field label="Note" icon="pencil" value={note} onInput={setNote} maxLength={140} counted />
    </Sheet>
  )
}

export function Over() {
  const [open, setOpen] = useState<'sheet' | 'dialog'>()
  const close = () => setOpen(undefined)
  return (
    <Section id="over" title="Above the rest">
      <Line name="sheet and dialog">
        <Button label="Open the sheet" popup="dialog" onPress={() => setOpen('sheet')} />
        <Button label="Open the dialog" popup="dialog" onPress={() => setOpen('dialog')} />
      </Line>
      <Line name="menu">
        <Menu label="More" actions={actions} showKeys />
        <Menu label="Table 12" worded icon="down" tone="plain" actions={actions} />
      </Line>
      {open === 'sheet' && <DishSheet onClose={close} />}
      {open === 'dialog' && (
        <Dialog
          title="Void Soup?"
          onClose={close}
          actions={
            <>
              <Button label="Keep it" onPress={close} />
              <Button label="Void" tone="danger" onPress={close} />
            </>
          }
        >
          <p>The kitchen has started it. It will be asked whether it was made.</p>
        </Dialog>
      )}
    </Section>
  )
}
