// Casa Lola, the demo restaurant: 3 areas with 24 tables, and 6 stations.
import { Area, Station, Table } from '@comanda/shared/model/floor'

export const areas = [
  { id: 'main', name: { en: 'Main room', ru: 'Зал' }, position: 1 },
  { id: 'patio', name: { en: 'Patio', ru: 'Патио' }, position: 2 },
  { id: 'bar', name: { en: 'Bar', ru: 'Бар' }, position: 3 },
].map((area) => Area.parse(area))

type Spot = readonly [name: string, seats: number, shape: 'round' | 'square' | 'bar', column: number, row: number]

const mainRoom: readonly Spot[] = [
  ['1', 2, 'round', 0, 0],
  ['2', 2, 'round', 1, 0],
  ['3', 4, 'square', 2, 0],
  ['4', 4, 'square', 3, 0],
  ['5', 4, 'square', 0, 1],
  ['6', 4, 'square', 1, 1],
  ['7', 6, 'square', 2, 1],
  ['8', 6, 'square', 3, 1],
  ['9', 2, 'round', 0, 2],
  ['10', 4, 'square', 1, 2],
  ['11', 8, 'square', 2, 2],
  ['12', 10, 'square', 3, 2],
]
const patio: readonly Spot[] = [
  ['21', 2, 'round', 0, 0],
  ['22', 2, 'round', 1, 0],
  ['23', 4, 'round', 2, 0],
  ['24', 4, 'round', 0, 1],
  ['25', 4, 'square', 1, 1],
  ['26', 6, 'square', 2, 1],
]
const bar: readonly Spot[] = [
  ['B1', 1, 'bar', 0, 0],
  ['B2', 1, 'bar', 1, 0],
  ['B3', 1, 'bar', 2, 0],
  ['B4', 1, 'bar', 3, 0],
  ['B5', 2, 'round', 0, 1],
  ['B6', 2, 'round', 1, 1],
]

const pitch = 160

const seat = (areaId: string, spots: readonly Spot[]) =>
  spots.map(([name, seats, shape, column, row]) =>
    Table.parse({
      id: `t${name.toLowerCase()}`,
      areaId,
      name,
      seats,
      shape,
      x: 40 + column * pitch,
      y: 40 + row * pitch,
      width: seats > 6 ? 136 : seats > 2 ? 104 : 72,
      height: seats > 2 ? 88 : 72,
    }),
  )

export const tables = [...seat('main', mainRoom), ...seat('patio', patio), ...seat('bar', bar)]

export const stations = [
  { id: 'grill', name: { en: 'Grill', ru: 'Гриль' }, kind: 'hot', enabled: true, output: 'screen', position: 1 },
  { id: 'stove', name: { en: 'Stove', ru: 'Плита' }, kind: 'hot', enabled: true, output: 'screen', position: 2 },
  { id: 'fry', name: { en: 'Fry', ru: 'Фритюр' }, kind: 'hot', enabled: true, output: 'screen', position: 3 },
  { id: 'cold', name: { en: 'Cold', ru: 'Холодный' }, kind: 'cold', enabled: true, output: 'screen', position: 4 },
  {
    id: 'pastry',
    name: { en: 'Pastry', ru: 'Десерты' },
    kind: 'dessert',
    enabled: true,
    output: 'screen',
    position: 5,
  },
  { id: 'bar', name: { en: 'Bar', ru: 'Бар' }, kind: 'bar', enabled: true, output: 'screen', position: 6 },
].map((station) => Station.parse(station))
