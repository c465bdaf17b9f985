import type { Params, Simulator } from '../simulator.ts'
import { expect } from '../test.ts'
import { scenes as deletes } from './deletes.scenes.ts'
import { scenes as idempotency } from './idempotency.scenes.ts'
import { scenes as idempotencyKey } from './idempotency-key.scenes.ts'
import { scenes as methods } from './methods.scenes.ts'
import { scenes as networks } from './networks.scenes.ts'
import { scenes as raceCondition } from './race-condition.scenes.ts'
import { scenes as simulator } from './simulator.scenes.ts'
import { scenes as summary } from './summary.scenes.ts'
import { scenes as uniqueConstraint } from './unique-constraint.scenes.ts'

/** The states of a chapter that are looked at: pictures, axe, 320 px. */
export type Scenes = Readonly<Record<string, (simulator: Simulator) => Promise<unknown>>>

/** By the chapter's id. */
export const CHAPTER_SCENES: Readonly<Record<string, Scenes>> = {
  networks,
  idempotency,
  'idempotency-key': idempotencyKey,
  simulator,
  'unique-constraint': uniqueConstraint,
  'race-condition': raceCondition,
  deletes,
  methods,
  summary,
}

/** Opens a chapter, or the list for '', and waits until it stands: seed 202, manual clock unless said otherwise. */
export async function openChapter(simulator: Simulator, id: string, params: Params = {}): Promise<void> {
  await simulator.open(
    { seed: 202, clock: 'manual', motion: 'reduce', ...params },
    id ? `#/learn/${id}` : '#/learn',
  )
  const { place } = simulator
  if (id) await expect(place.getByTestId('chapter')).toHaveAttribute('data-chapter', id)
  else await expect(place.getByRole('heading', { name: 'Learn', exact: true })).toBeVisible()
}
