import { act, render } from '@testing-library/react'
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event'
import { vi } from 'vitest'
import { App } from '../app/App.tsx'
import { createPageStore } from '../app/page-store.ts'
import { DEFAULT_PAGE, type Page } from '../embed/page-knobs.ts'
import { simulated } from './simulated.ts'

type Given = Parameters<typeof simulated>[0] & { readonly page?: Partial<Page> }

/** The whole page over a simulator whose time the test moves. */
export function openPage({ page, ...given }: Given = {}) {
  const { simulator } = simulated({ clock: 'manual', ...given })
  const pageStore = createPageStore({ ...DEFAULT_PAGE, ...page })
  const onReady = vi.fn()
  const user = userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never })
  const permalink = () => 'https://example.org/?seed=202&run=here'
  const { container } = render(
    <App simulator={simulator} pageStore={pageStore} permalink={permalink} onReady={onReady} />,
  )
  return {
    container,
    onReady,
    pageStore,
    simulator,
    user,
    /** Lets virtual time pass. */
    advance: (ms: number) => act(() => simulator.seek(simulator.playhead.timeMs + ms)),
    /** Lets virtual time pass until nothing more will happen. */
    runToEnd: () => act(() => simulator.runToEnd()),
  }
}
