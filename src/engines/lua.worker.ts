// Its wasm travels with the page: the default of the package would be fetched from another host.
import wasmUrl from 'wasmoon/dist/glue.wasm?url'
import { loadLua } from './lua-script.ts'
import { serve } from './serve.ts'

serve(() => loadLua(new URL(wasmUrl, import.meta.url).href))
