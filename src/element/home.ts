/** Only while the script runs for the first time does the document say which one it is. */
const script = typeof document === 'undefined' ? null : document.currentScript

/**
 * Where the simulator is: beside this script. A script that was bundled into another, or loaded as a module, does not know
 * where it came from; then the page's own address stands in, and the attribute `src` says better.
 */
export function home(): string {
  const own = script instanceof HTMLScriptElement ? script.src : ''
  return new URL('.', own || document.baseURI).href
}
