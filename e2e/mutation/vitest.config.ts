import { posix } from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/**
 * The first failure kills a mutant, so the tests that know its file best come first: those beside it that bear its
 * name, those in its folder, and then the others, the short files before the long.
 */
class NearestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const [mutated = ''] = this.ctx.config.related ?? []
    const rank = ({ moduleId }: TestSpecification) => {
      if (moduleId === mutated.replace(/\.ts$/, '.test.ts')) return 0
      return posix.dirname(moduleId) === posix.dirname(mutated) ? 1 : 2
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
    setupFiles: ['e2e/mutation/setup.ts'],
    sequence: { sequencer: NearestFirst },
  },
})
