// The allergies of a row, whole, under its stations. Unseen it is a button: what is read here is acknowledged here.
import { Icon } from '@comanda/ui-kit/icons/icon'
import { expoTexts } from './expo-texts.ts'
import type { Pass } from './pass.ts'
import { allergyWords } from './pass-allergies.ts'
import type { PassRow } from './pass-rows.ts'

type BandProps = { readonly pass: Pass; readonly row: PassRow }

export function AllergyBand({ pass, row }: BandProps) {
  if (row.unseen.length === 0)
    return (
      <div class="pass-allergies">
        <BandWords pass={pass} row={row} />
      </div>
    )
  return (
    <button type="button" class="pass-allergies unseen" onClick={() => pass.acknowledge(row)}>
      <BandWords pass={pass} row={row} />
    </button>
  )
}

function BandWords({ pass, row }: BandProps) {
  const { session, words } = pass.screen
  return (
    <>
      <Icon name="triangle" size="l" />
      <span class="words">
        {row.allergies.map((each) => {
          const { name, whose, dishes } = allergyWords(each, words.value, session.t(expoTexts))
          return (
            <span key={each.allergy.id}>
              <b>{name}</b> · {whose}
              {dishes !== '' && ` · ${dishes}`}
            </span>
          )
        })}
      </span>
    </>
  )
}
