import { posix } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Tests that explore, roll or compare whole graphs: seconds each, and no mutant far from them needs them. */
const LONG = /\/(drivers\/(exhaustive|odds)\/|odds\.test|key\.test)/

/**
 * The first failure kills a mutant, so the tests that know its file best come first: those beside it that bear its
 * name, those in its folder, and then the others, the short files before the long. The long ones try only the files
 * of their own folder, and so a score is rather too low than too high.
 */
class NearestFirst extends BaseSequencer {
  override async sort(all: TestSpecification[]): Promise<TestSpecification[]> {
    // In the first run, of all that is unchanged, these are all the files that will be mutated.
    const mutated = this.ctx.config.related ?? []
    const folders = new Set(mutated.map(file => posix.dirname(file)))
    const isNear = ({ moduleId }: TestSpecification) => folders.has(posix.dirname(moduleId))
    const files = mutated.length > 0 ? all.filter(file => isNear(file) || !LONG.test(file.moduleId)) : all
    const own = new Set(mutated.map(file => file.replace(/\.ts$/, '.test.ts')))
    const rank = (file: TestSpecification) => {
      if (own.has(file.moduleId)) return 0
      return isNear(file) ? 1 : 2
    }
    const sizes = await super.sort(files)
    return sizes.reverse().sort((a, b) => rank(a) - rank(b))
  }
}

/** The world's tests alone, quick enough to be run for every mutant. See stryker.config.mjs. */
export default defineConfig({
  test: {
    name: 'mutation',
    environment: 'node',
    include: ['src/sim/**/*.test.ts'],
    // The sweeps take longer than all others together: a mutant that only they would kill counts as a survivor.
    // And one reads the handlers' text, which is another with mutants in it.
    exclude: [
      'src/sim/sweeps',
      'src/sim/drivers/exhaustive/{agreement,identity,paths}.test.ts',
      'src/sim/server/handlers/handlers.test.ts',
    ],
    setupFiles: ['e2e/mutation/setup.ts'],
    sequence: { sequencer: NearestFirst },
  },
})
