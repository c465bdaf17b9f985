import sqlite3InitModule from '@sqlite.org/sqlite-wasm'
import wasmUrl from '@sqlite.org/sqlite-wasm/sqlite3.wasm?url'
import { serve } from './serve.ts'
import type { SqlAnswer, SqlQuestion } from './sql.ts'
import { fetchParts } from './sql-parts.ts'
import { sqliteCore } from './sqlite.ts'

serve<SqlQuestion, SqlAnswer>(async progress => {
  // Fetched here and not by the package, which cannot say that it failed.
  const [bytes] = await fetchParts([wasmUrl], 0, progress)
  const module = await WebAssembly.compile(bytes as BufferSource)
  const init = sqlite3InitModule as (options: object) => ReturnType<typeof sqlite3InitModule>
  const sqlite = await init({
    instantiateWasm: (imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void) => {
      WebAssembly.instantiate(module, imports).then(done)
      return {}
    },
  })
  return sqliteCore(sqlite)
})
