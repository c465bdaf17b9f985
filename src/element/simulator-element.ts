import { COMMAND_NAMES } from '../embed/host/command-names.ts'
import { type Attribute, frameAddress } from './attributes.ts'
import { createFrame, heightFrom, titleOf } from './frame.ts'
import { FrameLink } from './frame-link.ts'
import { field } from './frame-message.ts'
import { home } from './home.ts'
import { Memory } from './memory.ts'
import { type Methods, methodsBy } from './methods.ts'
import { heightIn, tell } from './tell.ts'

/** These change nothing of a run. */
const ONLY_TELL = ['getState', 'getTrace', 'traceHash', 'permalink', 'waitFor', 'caption']

/** The name of the element. */
export const TAG = 'double-charge-simulator'

/**
 * `<double-charge-simulator seed="7" keys="off">`: the simulator in a frame of its own. Attributes are the parameters of the
 * address, methods are those of `window.doubleCharge` and promise what they return, events are what it tells. What
 * the element contains is shown where this script is not.
 *
 * It is a class made when it is asked for: where there is no page there is no HTMLElement to extend.
 */
export function createElementClass(): CustomElementConstructor {
  class SimulatorElement extends HTMLElement {
    /** What can be called; also on the element itself. */
    readonly methods: Methods
    readonly #link = new FrameLink((type, payload) => this.#hear(type, payload))
    readonly #memory = new Memory(() => this.#link.call('permalink', []))
    readonly #attributes = new MutationObserver(() => this.#follow())
    #frame: HTMLIFrameElement | null = null
    /** What the attributes asked for when the frame was made. */
    #asked = ''
    #heightPx: number | null = null

    constructor() {
      super()
      this.methods = methodsBy((command, args) => this.#call(command, args))
      const shadow = this.attachShadow({ mode: 'open' })
      const sheet = new CSSStyleSheet()
      sheet.insertRule(':host { display: block }')
      sheet.insertRule(':host([hidden]) { display: none }')
      shadow.adoptedStyleSheets = [sheet]
    }

    connectedCallback() {
      this.#attributes.observe(this, { attributes: true })
      this.#mount()
    }

    disconnectedCallback() {
      this.#attributes.disconnect()
      this.#unmount()
      // A moved element is taken away and put back within one task; only one that stays away gives up.
      queueMicrotask(() => {
        if (!this.isConnected) this.#link.giveUp()
      })
    }

    /** With `moveBefore` the frame goes on as it is. */
    connectedMoveCallback() {}

    #mount() {
      const asked = this.#address()
      if (asked !== this.#asked) this.#memory.forget()
      this.#asked = asked
      // What keeps from telling its height has the one that is asked for.
      if (this.getAttribute('resize') === 'off') this.#heightPx = null
      this.#frame = createFrame(this, this.#heightPx ?? heightFrom(this.getAttribute('height')))
      this.#frame.src = this.#memory.recall(asked)
      this.shadowRoot?.append(this.#frame)
      this.#link.attach(this.#frame)
    }

    #unmount() {
      this.#link.detach()
      this.#memory.rest()
      this.#frame?.remove()
      this.#frame = null
    }

    /** Follows its attributes. Another address is another frame: a changed `src` would be a step in the page's history. */
    #follow() {
      if (!this.#frame) return
      this.#frame.title = titleOf(this)
      if (this.#heightPx === null) this.#frame.style.height = `${heightFrom(this.getAttribute('height'))}px`
      if (this.#address() === this.#asked) return
      this.#unmount()
      this.#mount()
    }

    #address(): string {
      const given = this.getAttribute('src')
      const attributes = Array.from(this.attributes, ({ name, value }): Attribute => [name, value])
      const isGiven = given !== null && URL.canParse(given, document.baseURI)
      return frameAddress(isGiven ? new URL(given, document.baseURI).href : home(), attributes)
    }

    #hear(type: Parameters<typeof tell>[1], payload: unknown) {
      if (type === 'resize') this.#resize(heightIn(payload))
      if (type === 'state' && !this.#isGallery(payload)) this.#memory.hear(payload)
      tell(this, type, payload)
    }

    /** What a script has done is remembered by the time it hears so: it may move the element next. */
    async #call(command: string, args: readonly unknown[]): Promise<unknown> {
      const result = await this.#link.call(command, args)
      if (!ONLY_TELL.includes(command) && this.getAttribute('page') !== 'scenarios')
        await this.#memory.learn()
      return result
    }

    /** On the page of scenarios nothing has been run, and a permalink leads to the room. */
    #isGallery(state: unknown): boolean {
      const payments = field(state, 'payments')
      return this.getAttribute('page') === 'scenarios' && Array.isArray(payments) && payments.length === 0
    }

    #resize(heightPx: number | undefined) {
      if (heightPx === undefined) return
      this.#heightPx = heightPx
      this.#frame?.style.setProperty('height', `${heightPx}px`)
    }
  }
  for (const name of COMMAND_NAMES) {
    Object.defineProperty(SimulatorElement.prototype, name, {
      get(this: SimulatorElement) {
        return this.methods[name]
      },
      // `pause` is a setting as well, and frameworks write attributes as properties where an element has them.
      set(this: SimulatorElement, value: unknown) {
        this.setAttribute(name, String(value))
      },
    })
  }
  return SimulatorElement
}
