// The three signs of the board, without the hundred of the other screens.
const paths = {
  check: 'M3.5 10.8 8 15.2 16.6 5',
  alert: 'M10 1.6 18.9 17.4H1.1ZM10 7.2v4.6M10 14.5v.2',
  settings: 'M3 6h8m4 0h2M3 14h2m4 0h8M13 4v4M7 12v4',
} as const

export function Glyph({ name }: { name: keyof typeof paths }) {
  return (
    <svg class="board-glyph" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="2.2"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
