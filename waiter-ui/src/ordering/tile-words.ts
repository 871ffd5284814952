// A dish's name on its tile: one size of letters for all tiles in sight, and a word that is too long for it breaks between
// syllables with a hyphen, never in the midst of one.

/** A Cyrillic letter is wider than a Latin one. */
const widthOf = (word: string): number => (/[а-яё]/i.test(word) ? word.length * 1.12 : word.length)

const longest = 11.5

/** Longer than this a word breaks at any size, and asks for no smaller one. */
export function letterSize(names: readonly string[]): '1' | '2' | undefined {
  const widths = names.flatMap((name) => name.split(/[\s-]+/)).map(widthOf)
  const widest = Math.max(0, ...widths.filter((width) => width <= longest))
  if (widest >= 11) return '2'
  return widest >= 9.9 ? '1' : undefined
}

const softHyphen = '\u00ad'

/** After a vowel, before a consonant that a vowel follows: right for Russian and Spanish, and near enough elsewhere. */
const seam = /([аеёиоуыэюяaeiouáéíóú][йь]?)(?=[бвгджзклмнпрстфхцчшщbcdfghjklmnpqrstvwxyz][аеёиоуыэюяaeiouáéíóú])/gi

const fewest = 3

/** Breaks only where it must: a soft hyphen is not seen anywhere else. */
export const hyphenated = (name: string): string =>
  name.replace(/[\p{L}]+/gu, (word) =>
    widthOf(word) < 9.9
      ? word
      : word.replace(seam, (syllable: string, _vowel: string, at: number) => {
          const end = at + syllable.length
          return end < fewest || word.length - end < fewest ? syllable : `${syllable}${softHyphen}`
        }),
  )
