import type { ReactNode } from 'react'
import { vi } from 'vitest'

/**
 * To be imported by tests of the whole page: recharts and framer-motion take longer to load than all the rest. The
 * balance has tests of its own.
 */
vi.mock('../charts/BalancePanel.tsx', () => ({
  BalancePanel: () => <section aria-label="Balance">the balance</section>,
}))
vi.mock('../ui/motion/SpringMotion.tsx', () => ({
  SpringMotion: ({ children }: { children: ReactNode }) => <span>{children}</span>,
}))
