import { PARAMETERS } from './parameters.ts'

/** The pages beside the main room. */
const PAGES: Readonly<Record<string, string>> = { twin: '#/twin', scenarios: '#/scenarios' }

/** An attribute's name and value. */
export type Attribute = readonly [name: string, value: string]

/**
 * The address of the frame that these attributes ask for. Every parameter of the address is an attribute, named as there
 * or with hyphens (`response-loss`).
 *
 * @param home where the simulator is
 */
export function frameAddress(home: string, attributes: Iterable<Attribute>): string {
  const address = new URL(home)
  for (const [attribute, value] of attributes) {
    const name = parameterOf(attribute)
    if (name) address.searchParams.set(name, value)
    if (attribute === 'page') address.hash = hashOf(value)
  }
  address.searchParams.set('embed', '1')
  return address.href
}

/** The hash of a page, or of a chapter: `learn`, `learn/networks`. '' for what is neither. */
function hashOf(page: string): string {
  return PAGES[page] ?? (/^learn(\/[a-z-]+)?$/.test(page) ? `#/${page}` : '')
}

/** The parameter an attribute stands for: HTML knows no capital letters. Undefined where it stands for none. */
function parameterOf(attribute: string): string | undefined {
  const plain = attribute.replaceAll('-', '').toLowerCase()
  return PARAMETERS.find(name => name.toLowerCase() === plain)
}
