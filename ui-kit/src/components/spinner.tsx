export function Spinner({ label }: { label: string }) {
  return (
    <span class="k-spinner" role="img" aria-label={label}>
      <svg class="k-icon k-icon-m" viewBox="0 0 20 20" aria-hidden="true">
        <path
          d="M10 2.6a7.4 7.4 0 1 1-7.4 7.4"
          fill="none"
          stroke="currentColor"
          stroke-width="2.4"
          stroke-linecap="round"
        />
      </svg>
    </span>
  )
}
