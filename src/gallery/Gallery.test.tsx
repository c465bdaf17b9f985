import { createEvent, fireEvent, render, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { Session } from '../sim/index.ts'
import { Gallery } from './Gallery.tsx'
import { PICTURES } from './pictures.ts'
import { GROUPS, SCENARIOS, type Scenario } from './scenarios.ts'
import { sessionOf } from './session-of.ts'

function open() {
  const onOpen = vi.fn()
  const linkOf = vi.fn(
    ({ settings, inputs }: Session, _: Scenario) => `./?seed=${settings.seed}&presses=${inputs.length}`,
  )
  render(<Gallery linkOf={linkOf} onOpen={onOpen} />)
  return { linkOf, onOpen }
}

const link = (name: string) => screen.getByRole('link', { name })

/** Clicks, and says whether the browser would still follow the link. */
function follows(element: HTMLElement, how: MouseEventInit = {}): boolean {
  const click = createEvent.click(element, how)
  // jsdom cannot follow a link: whatever is left to the browser ends here.
  const prevented = vi.fn()
  const stop = (event: Event) => {
    prevented(event.defaultPrevented)
    event.preventDefault()
  }
  window.addEventListener('click', stop, { once: true })
  fireEvent(element, click)
  return prevented.mock.calls[0]?.[0] === false
}

describe('the gallery', () => {
  it('has a heading, and each group of scenarios in a section of its own', () => {
    open()
    const headings = screen.getAllByRole('heading')
    expect(headings.map(heading => [heading.tagName, heading.textContent])).toEqual([
      ['H2', 'Scenarios'],
      ...GROUPS.map(group => ['H3', group]),
    ])
    for (const group of GROUPS) {
      const links = within(screen.getByRole('region', { name: group })).getAllByRole('link')
      const titles = SCENARIOS.filter(scenario => scenario.group === group).map(({ title }) => title)
      expect(links.map(({ textContent }) => textContent)).toEqual(titles)
    }
  })

  it('links each title to its session, every setting named, and describes it by its question', () => {
    const { linkOf } = open()
    SCENARIOS.forEach((scenario, index) => {
      const { settings, inputs } = sessionOf(scenario)
      expect(link(scenario.title)).toHaveAttribute(
        'href',
        `./?seed=${settings.seed}&presses=${inputs.length}`,
      )
      expect(link(scenario.title)).toHaveAccessibleDescription(scenario.question)
      expect(linkOf.mock.calls[index]).toEqual([{ settings, inputs }, scenario])
    })
  })

  it('says under which conditions a scenario runs', () => {
    open()
    const card = link('The race on check-then-act').closest('li') as HTMLElement
    const conditions = within(within(card).getByRole('list', { name: 'Conditions' })).getAllByRole('listitem')
    expect(conditions.map(({ textContent }) => textContent)).toEqual([
      'one key per payment',
      'check-then-act',
      'no message lost',
    ])
  })

  it('has a picture for every scenario and for nothing else, hidden from assistive technology', () => {
    open()
    expect(Object.keys(PICTURES)).toEqual(SCENARIOS.map(({ id }) => id))
    for (const { title } of SCENARIOS) {
      const picture = link(title).closest('li')?.querySelector('svg')
      expect(picture).toHaveAttribute('aria-hidden', 'true')
    }
  })

  it('does not tell what to notice', () => {
    open()
    for (const { notice } of SCENARIOS) expect(document.body).not.toHaveTextContent(notice)
  })

  it('opens a scenario here on a plain click', () => {
    const { onOpen } = open()
    expect(follows(link('The ghost'))).toBe(false)
    expect(onOpen.mock.calls).toEqual([[SCENARIOS[0]]])
  })

  it.each<MouseEventInit>([
    { ctrlKey: true },
    { metaKey: true },
    { shiftKey: true },
    { altKey: true },
    { button: 1 },
  ])('leaves a click with %o to the browser', how => {
    const { onOpen } = open()
    expect(follows(link('The ghost'), how)).toBe(true)
    expect(onOpen).not.toHaveBeenCalled()
  })
})
