import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { POSTGRES_BYTES } from '../src/engines/postgres-bytes.ts'

const require = createRequire(import.meta.url)

it('Postgres is as large as its button says', { timeout: 30_000 }, () => {
  const files = ['pglite.wasm', 'initdb.wasm', 'pglite.data'].map(name =>
    readFileSync(require.resolve(`@electric-sql/pglite/${name}`)),
  )
  expect(files.reduce((sum, file) => sum + file.length, 0)).toBe(POSTGRES_BYTES.unpacked)
  // Each gzip packs a little differently.
  const packed = files.reduce((sum, file) => sum + gzipSync(file).length, 0)
  expect(Math.abs(packed / POSTGRES_BYTES.packed - 1)).toBeLessThan(0.02)
})
