import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterAll, afterEach, beforeEach, vi } from 'vitest'
import { loadAll } from '../ui/later.tsx'

// Looking for roles in a whole page takes its time in jsdom, the more so on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

// React tells of crashes, missing keys and updates outside act on the console only. A test that means to cause one
// silences the console itself.
let complaints = 0
const complain = console.error
console.error = (...said) => {
  complaints += 1
  complain(...said)
}
// The next file counts its own.
afterAll(() => {
  console.error = complain
})

// What a page fetches after its first view is there before a test begins.
beforeEach(loadAll)

afterEach(() => {
  cleanup()
  const count = complaints
  complaints = 0
  if (count > 0) throw new Error(`The console has ${count} complaints about this test.`)
})

// What jsdom lacks and the page asks for: nothing matches, nothing is ever resized, scrolled or done moving.
window.matchMedia ??= query =>
  Object.assign(new EventTarget(), {
    matches: false,
    media: query,
    onchange: null,
    addListener() {},
    removeListener() {},
  })

window.ResizeObserver ??= class implements ResizeObserver {
  observe() {}
  unobserve() {}
  disconnect() {}
}

Element.prototype.scrollTo ??= () => {}

Element.prototype.animate ??= () =>
  Object.assign(new EventTarget(), { playState: 'running', cancel() {} }) as unknown as Animation
