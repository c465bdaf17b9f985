import type { Sureness } from '../progress/progress.ts'

/** How sure one may say to be, in words. */
export const SURENESS: readonly { readonly value: Sureness; readonly label: string }[] = [
  { value: 'guess', label: 'A guess' },
  { value: 'rather', label: 'Fairly sure' },
  { value: 'certain', label: 'Certain' },
]
