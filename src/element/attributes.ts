/** The address parameters that attributes, which know no capital letters, would spell otherwise. */
export const WITH_CAPITALS = [
  'responseLoss',
  'requestLoss',
  'rateLimit',
  'serverError',
  'errorReplay',
  'keyRequired',
] as const

/** What every element has, and what this one takes for itself. */
const NO_PARAMETERS = [
  ...['class', 'dir', 'hidden', 'id', 'inert', 'is', 'part', 'role', 'slot', 'style', 'tabindex', 'title'],
  ...['draggable', 'translate', 'height', 'width', 'src', 'page', 'embed', 'loading', 'sandbox', 'nonce'],
]

/** The pages beside the main room. */
const PAGES: Readonly<Record<string, string>> = { twin: '#/twin', scenarios: '#/scenarios' }

/** An attribute's name and value. */
export type Attribute = readonly [name: string, value: string]

/**
 * The address of the frame that these attributes ask for. Every attribute is a parameter of the address, named as there
 * or with hyphens (`response-loss`), except what HTML gives every element.
 *
 * @param home where the simulator is
 */
export function frameAddress(home: string, attributes: Iterable<Attribute>): string {
  const address = new URL(home)
  for (const [attribute, value] of attributes) {
    const name = parameterOf(attribute)
    if (name) address.searchParams.set(name, value)
    if (attribute === 'page') address.hash = PAGES[value] ?? ''
  }
  address.searchParams.set('embed', '1')
  return address.href
}

/** The parameter an attribute stands for; undefined where it stands for none. */
function parameterOf(attribute: string): string | undefined {
  if (NO_PARAMETERS.includes(attribute) || /^(data-|aria-|on|xml|item|v-|_|:|@)/.test(attribute))
    return undefined
  const known = WITH_CAPITALS.find(name => name.toLowerCase() === attribute)
  return known ?? attribute.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
