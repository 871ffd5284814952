import { useState } from 'preact/hooks'
import { Badge } from '../../src/components/badge.tsx'
import { Chip, ChipGroup } from '../../src/components/chip.tsx'
import { Segmented } from '../../src/components/segmented.tsx'
import { Stepper } from '../../src/components/stepper.tsx'
import { Switch } from '../../src/components/switch.tsx'
import { TabPanel, Tabs } from '../../src/components/tabs.tsx'
import { Line, Section } from '../section.tsx'

const doneness = ['Blue', 'Rare', 'Medium rare', 'Medium', 'Medium well', 'Well done']
const courses = [
  { id: 'top', label: 'Top' },
  { id: 'starters', label: 'Starters' },
  { id: 'mains', label: 'Mains', badge: 2 },
  { id: 'drinks', label: 'Drinks' },
  { id: 'desserts', label: 'Desserts' },
]
const parts = [
  { id: 'seat', label: 'By seat' },
  { id: 'equal', label: 'Equal parts' },
  { id: 'lines', label: 'Chosen lines' },
] as const

function Steaks() {
  const [chosen, choose] = useState('Medium rare')
  return (
    <ChipGroup label="Doneness" hint="choose one" columns={3}>
      {doneness.map((one) => (
        <Chip key={one} label={one} selected={one === chosen} onPress={() => choose(one)} />
      ))}
    </ChipGroup>
  )
}

function Extras() {
  const [chosen, choose] = useState<readonly string[]>(['Chimichurri'])
  const flip = (name: string) =>
    choose(chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name])
  return (
    <ChipGroup label="Extras" hint="any, up to 4" columns={2}>
      {['Chimichurri', 'Fried egg', 'Blue cheese'].map((name) => (
        <Chip key={name} label={name} end="2.00" selected={chosen.includes(name)} onPress={() => flip(name)} />
      ))}
      <Chip label="Foie gras" end="6.00" selected={false} disabled why="Sold out" onPress={() => {}} />
    </ChipGroup>
  )
}

export function Choices() {
  const [tab, setTab] = useState('top')
  const [part, setPart] = useState<(typeof parts)[number]['id']>('seat')
  const [count, setCount] = useState(2)
  const [on, setOn] = useState(true)
  return (
    <Section id="choices" title="Choices">
      <Line name="chips">
        <Chip label="Table" selected={false} onPress={() => {}} />
        <Chip label="2" selected={false} onPress={() => {}} />
        <Chip
          label="3"
          selected={false}
          onPress={() => {}}
          end={<Badge tone="allergy" glyph="triangle" label="NUTS" />}
        />
        <Chip label="4" selected onPress={() => {}} />
        <Chip label="NUTS" icon="triangle" tone="allergy" selected onPress={() => {}} />
        <Chip label="Hold" icon="pause" tone="held" selected onPress={() => {}} />
        <Chip label="Window" selected={false} disabled why="Taken" onPress={() => {}} />
      </Line>
      <Line name="groups" tall>
        <Steaks />
        <Extras />
        <ChipGroup label="Side" hint="choose one" error="A side has to be chosen" columns={2}>
          <Chip label="Chips" selected={false} onPress={() => {}} />
          <Chip label="Salad" selected={false} onPress={() => {}} />
        </ChipGroup>
      </Line>
      <Line name="tabs" tall>
        <Tabs label="Menu" name="menu" items={courses} selected={tab} onSelect={setTab} />
        <TabPanel name="menu" selected={tab} class="k-muted">
          Below: {tab}
        </TabPanel>
      </Line>
      <Line name="segmented" tall>
        <Segmented label="Bill" worded items={parts} selected={part} onSelect={setPart} />
        <Segmented label="Bill, not now" worded disabled items={parts} selected="equal" onSelect={() => {}} />
      </Line>
      <Line name="stepper">
        <Stepper label="Guests" value={count} min={1} max={4} onChange={setCount} />
        <Stepper label="Plates" size="l" value={0} onChange={() => {}} />
      </Line>
      <Line name="switch" tall>
        <div class="g-column k-stack">
          <Switch label="Sound" on={on} onChange={setOn} />
          <Switch label="Hold back for 5 s" detail="Gives time to undo" on={false} onChange={() => {}} />
          <Switch label="Wake lock" on={false} disabled why="This browser has none" onChange={() => {}} />
        </div>
      </Line>
    </Section>
  )
}
