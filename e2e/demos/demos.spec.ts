import type { Page } from 'playwright/test'
import { expect, test } from '../test.ts'
import { type DemoName, PLAY } from './index.ts'
import { Film } from './kit/film.ts'
import { quick } from './kit/pace.ts'
import { webVtt } from './kit/vtt.ts'
import { DEMOS } from './list.mjs'

/** What a demo shows. */
interface Claim {
  readonly chapters: readonly string[]
  /** How many charges the verdict counts while each caption is to be seen; of the twin, on both sides. */
  readonly charges: readonly string[]
  readonly verdict: RegExp
  readonly balance: string
  readonly traceHash: string
}

const CLAIMS: Readonly<Record<DemoName, Claim>> = {
  ghost: {
    chapters: ['No answer', 'No answer again', 'What was lost'],
    charges: ['0', '0', '0', '0', '1', '1', '0', '1', '1'],
    verdict: /^No answer\. Were you charged\?/,
    balance: '$900.00',
    traceHash: 'e7f0191c4d17094a',
  },
  'double-charge': {
    chapters: ['A lost answer', 'A second press', 'Two charges'],
    charges: ['0', '1', '1', '1', '1', '2', '2', '2'],
    verdict: /^Charged twice, meant once/,
    balance: '$800.00',
    traceHash: 'b931ec4c7b76acd3',
  },
  cure: {
    chapters: ['Without a key', 'With a key', 'One charge'],
    charges: ['2', '2', '0', '1', '1', '1', '1', '1', '1'],
    verdict: /^Charged once, in 2 attempts/,
    balance: '$900.00',
    traceHash: '07269b45a4a5a4f2',
  },
  race: {
    chapters: ['A double click', 'Check, then act', 'In one transaction'],
    charges: ['0', '0', '0', '0', '2', '2', '2', '1', '1'],
    verdict: /^Charged once, in 2 attempts/,
    balance: '$900.00',
    traceHash: '7a49f306a96f5338',
  },
  twin: {
    chapters: ['The same twice', 'They part'],
    charges: ['0 0', '1 1', '1 1', '1 1', '2 1', '2 1', '2 1'],
    verdict: /^Charged twice, meant once/,
    balance: '$800.00',
    traceHash: 'b931ec4c7b76acd3',
  },
}

/** Plays a demo quickly, and notes what the page shows with every caption. */
async function played(page: Page, name: DemoName) {
  const charges: string[] = []
  await page.goto('about:blank')
  const film: Film = new Film(page, quick(), {
    onCaption: async () => {
      const { verdict } = film.simulator
      const counts = await verdict.evaluateAll(all => all.map(each => each.getAttribute('data-charges')))
      charges.push(counts.join(' '))
    },
  })
  await PLAY[name](film)
  return { film, charges, hash: await film.simulator.hash() }
}

for (const { name } of DEMOS) {
  const claim = CLAIMS[name]

  test(`demo ${name}, twice: it shows what it says, and leaves the same trace @full`, async ({ page }) => {
    const { film, charges, hash } = await played(page, name)
    expect(charges).toEqual(claim.charges)
    expect(film.chapters.map(({ text }) => text)).toEqual(claim.chapters)
    expect(webVtt(film.captions)).toMatch(/^WEBVTT\n\n1\n00:00:00\.000 --> 00:00:0\d\.\d{3}\n\w/)
    const { simulator } = film
    await expect(simulator.verdict.first()).toHaveText(claim.verdict)
    await expect(simulator.balance.first()).toHaveText(claim.balance)
    await expect(simulator.caption).toHaveCount(0)
    expect(hash).toBe(claim.traceHash)
    expect((await played(page, name)).hash).toBe(claim.traceHash)
  })
}
