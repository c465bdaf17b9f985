import { PGlite } from '@electric-sql/pglite'
import initdbUrl from '@electric-sql/pglite/initdb.wasm?url'
import dataUrl from '@electric-sql/pglite/pglite.data?url'
import wasmUrl from '@electric-sql/pglite/pglite.wasm?url'
import { postgresCore } from './postgres.ts'
import { POSTGRES_BYTES } from './postgres-bytes.ts'
import { serve } from './serve.ts'
import type { SqlAnswer, SqlQuestion } from './sql.ts'
import { fetchParts } from './sql-parts.ts'

serve<SqlQuestion, SqlAnswer>(async progress => {
  const [wasm, initdb, data] = await fetchParts(
    [wasmUrl, initdbUrl, dataUrl],
    POSTGRES_BYTES.unpacked,
    progress,
  )
  const [pgliteWasmModule, initdbWasmModule] = await Promise.all([
    WebAssembly.compile(wasm as BufferSource),
    WebAssembly.compile(initdb as BufferSource),
  ])
  const fsBundle = new Blob([data as BlobPart])
  return postgresCore(await PGlite.create({ pgliteWasmModule, initdbWasmModule, fsBundle }))
})
