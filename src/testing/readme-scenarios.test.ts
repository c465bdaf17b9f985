import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { SCENARIOS } from '../gallery/scenarios.ts'

const README = fileURLToPath(new URL('../../README.md', import.meta.url))

it('the README names every scenario by its id, in the order of the gallery', () => {
  const [, listed = ''] = readFileSync(README, 'utf8').split('Scenarios (`scenario=`):')
  const ids = [...(listed.split('\n\n')[0] ?? '').matchAll(/`([\w-]+)`/g)].map(([, id]) => id)
  expect(ids).toEqual(SCENARIOS.map(({ id }) => id))
})
