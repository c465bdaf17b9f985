import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Page } from '../embed/page-knobs.ts'

/** What is set of the page: theme, motion, what is hidden. Separate from the simulator, which knows no page. */
export type PageStore = StoreApi<Page>

export function createPageStore(page: Page): PageStore {
  return createStore(() => page)
}
