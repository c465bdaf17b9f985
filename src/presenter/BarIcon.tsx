const SHAPES = {
  blank: 'M2 3.5h12v8.2H2zM5.5 14h5',
  keyboard: 'M1.8 4h12.4v8.2H1.8zM4.4 6.7h.01M7 6.7h.01M9.4 6.7h.01M11.8 6.7h.01M5 9.6h6',
  full: 'M2.5 6V2.5H6M10 2.5h3.5V6M13.5 10v3.5H10M6 13.5H2.5V10',
  leave: 'M6.5 2.5h-4v11h4M6.5 8h7.5M11 5l3 3-3 3',
} as const

/** The icons of the presenter's bar: kept beside it, so that the first view need not carry them. */
export function BarIcon({ name }: { name: keyof typeof SHAPES }) {
  return (
    <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={SHAPES[name]}
        fill={name === 'blank' ? 'currentColor' : 'none'}
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
