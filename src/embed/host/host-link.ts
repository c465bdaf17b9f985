import type { DoubleCharge, PublicState } from '../api-types.ts'
import { carryOut, refused } from './commands.ts'
import { answerDialect, greetAll, tellAll } from './dialects.ts'
import { latest } from './latest.ts'
import type { HostMessage, MessageId } from './messages.ts'
import { parseMessage } from './parse-message.ts'
import { type Post, postTo } from './post.ts'
import { sizeOf, watchSize } from './size.ts'

/** Ten states a second. */
const STATE_GAP_MS = 100

/**
 * Tells the host when the page stands and how high it is, and answers what the host says. Commands that come earlier
 * wait until it stands.
 *
 * @param tellsHeight whether the host wants to know how high the page is
 * @returns what hears a message of the host; nothing a host says makes it throw
 */
export function linkToHost(api: DoubleCharge, tellsHeight: boolean): (event: MessageEvent) => void {
  let isReady = false
  const subscribe = subscription(api)
  const postToAll = postTo('*')
  const ready = (post: Post, id?: MessageId) =>
    post('ready', { version: api.version, height: sizeNow()?.height ?? 0 }, id)
  const resize = (post: Post, size = sizeNow()) =>
    size && tellsHeight && post('resize', { height: size.height })

  void api.ready.then(() => {
    isReady = true
    ready(postToAll)
    const root = simulatorRoot()
    if (!tellsHeight || !root) return
    greetAll()
    watchSize(root, size => {
      resize(postToAll, size)
      tellAll(size)
    })
  })

  const answer = (message: HostMessage, post: Post) => {
    if (message.type === 'command') void api.ready.then(() => obey(api, message, post))
    else if (message.type === 'subscribe') void api.ready.then(() => subscribe(post))
    // Before it is ready, the `ready` that it will say by itself is the answer.
    else if (isReady) {
      ready(post, message.id)
      resize(post)
    }
  }
  return ({ data, origin }) => {
    const message = parseMessage(data)
    if (message) return answer(message, postTo(origin))
    const size = tellsHeight && isReady && sizeNow()
    if (size) answerDialect(data, size)
  }
}

async function obey(api: DoubleCharge, { id, command, args }: HostMessage & { type: 'command' }, post: Post) {
  const answer = await carryOut(api, command, args)
  if (!post('reply', answer, id))
    post('reply', refused('DataCloneError', `What ${command} answers cannot be sent.`), id)
}

/** Tells states and events from the first subscription on; whoever subscribes again is told no more often. */
function subscription(api: DoubleCharge): (post: Post) => void {
  let to: Post | null = null
  const tellState = latest<PublicState>(STATE_GAP_MS, state => to?.('state', state))
  return post => {
    const isFirst = to === null
    to = post
    tellState(api.getState())
    if (!isFirst) return
    api.on('state', state => tellState(state as PublicState))
    api.on('event', event => to?.('event', event))
  }
}

function simulatorRoot(): Element | null {
  return document.querySelector('[data-testid="simulator"]')
}

function sizeNow() {
  const root = simulatorRoot()
  return root && sizeOf(root)
}
