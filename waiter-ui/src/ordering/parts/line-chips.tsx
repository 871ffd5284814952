// For whom a line is, and in which course it comes.
import { drinks } from '@comanda/shared/domain/courses'
import type { Item } from '@comanda/shared/model/menu'
import { Chip, ChipGroup } from '@comanda/ui-kit/components/chip'
import type { VNode } from 'preact'
import { useTexts } from '../../waiter.ts'
import { coursesOffered } from '../courses-offered.ts'
import type { Party } from '../party.ts'
import { seatsShown } from '../seats.ts'
import { usualCourse } from '../wanted.ts'

type SeatChipsProps = { party: Party; seat: number | undefined; onSeat: (seat: number | undefined) => void }

export function SeatChips({ party, seat, onSeat }: SeatChipsProps): VNode | null {
  const texts = useTexts().ordering
  const largest = seatsShown(party.covers.value.count, party.order.value, party.draft.value)
  if (largest < 2) return null
  return (
    <ChipGroup label={texts.seatOf}>
      <Chip label={texts.wholeTable} selected={seat === undefined} onPress={() => onSeat(undefined)} />
      {Array.from({ length: largest }, (_, place) => place + 1).map((number) => (
        <Chip key={number} label={String(number)} selected={seat === number} onPress={() => onSeat(number)} />
      ))}
    </ChipGroup>
  )
}

type CourseChipsProps = {
  party: Party
  item: Item
  course: number | undefined
  onCourse: (course: number | undefined) => void
}

export function CourseChips({ party, item, course, onCourse }: CourseChipsProps): VNode | null {
  const texts = useTexts().ordering
  const catalog = party.state.value?.catalog
  if (catalog === undefined || !item.needsTicket) return null
  const usual = usualCourse(catalog, item)
  const current = course ?? usual
  return (
    <ChipGroup label={texts.course}>
      {coursesOffered(catalog, current).map((number) => (
        <Chip
          key={number}
          label={number === drinks ? texts.courseName(number) : String(number)}
          selected={number === current}
          onPress={() => onCourse(number === usual ? undefined : number)}
        />
      ))}
    </ChipGroup>
  )
}
