/** Sends a frame random and mangled messages; runs in the host's page, and knows nothing outside itself. */
export function sendHostileMessages({ seed, count }: { seed: number; count: number }): number {
  const target = (document.querySelector('iframe') as HTMLIFrameElement).contentWindow as Window
  let state = seed
  // A linear congruential generator (Numerical Recipes): the same messages each time.
  const below = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * limit)
  }
  const oneOf = <T>(things: readonly T[]): T => things[below(things.length)] as T
  const polluting = () =>
    JSON.parse(
      oneOf([
        '{"__proto__":{"polluted":1}}',
        '{"constructor":{"prototype":{"polluted":1}}}',
        '{"settings":{"__proto__":{"polluted":1,"seed":1}}}',
        '{"inputs":[{"at":0,"type":"pay","__proto__":{"polluted":1}}]}',
      ]),
    )
  const names = ['pay', 'load', 'configure', 'reset', 'newPayment', 'seek', 'rerun', 'caption']
  const noNames = ['__proto__', 'constructor', 'on', 'ready', 'toString', 'eval', 'Pay', '', '0']
  const odd = () =>
    oneOf<unknown>([
      ...[null, undefined, true, 0, -1, Number.NaN, Number.POSITIVE_INFINITY, 10n, '', 'pay', [], {}],
      ...[new Date(0), new Map([['v', 1]]), new Set([1]), /x/, new Uint8Array(3), new Error('x')],
      ...[polluting(), [polluting()], 'x'.repeat(10_000)],
    ])
  const honest = (): Record<string, unknown> => ({
    target: 'double-charge-simulator',
    v: 1,
    type: 'command',
    id: below(1000),
    command: oneOf(names),
    args: [],
  })
  const without = (name: string) => {
    const message = honest()
    delete message[name]
    return message
  }
  /** None of these is a command that the contract knows, with arguments that it takes. */
  const kinds: readonly (() => unknown)[] = [
    odd,
    polluting,
    () => without(oneOf(['target', 'v', 'type', 'command'])),
    () => ({ ...honest(), target: odd() }),
    () => ({ ...honest(), v: oneOf<unknown>([0, 2, '1', null, [1], { valueOf: 1 }]) }),
    () => ({ ...honest(), type: oneOf<unknown>(['', 'ready', 'reply', '__proto__', 7, null, ['command']]) }),
    () => ({ ...honest(), id: oneOf<unknown>([null, {}, [], true, Number.NaN, polluting(), new Date(0)]) }),
    () => ({ ...honest(), command: oneOf<unknown>([null, 1, {}, ['pay'], polluting(), ...noNames]) }),
    () => ({ ...honest(), args: oneOf<unknown>([null, 'abc', 1, {}, { length: 1, 0: 1 }, new Map()]) }),
    () => ({ ...honest(), command: oneOf(['load', 'configure', 'rerun', 'pay']), args: [polluting()] }),
    () => ({ ...honest(), command: 'pay', args: [{ amount: oneOf<unknown>([-1, '1', Number.NaN, {}]) }] }),
    () => ({ ...honest(), command: oneOf(['seek', 'advance', 'dropMessage']), args: [oneOf([{}, [], -1])] }),
    () => JSON.stringify(honest()),
    () => [honest()],
    () => new Map(Object.entries(honest())),
    () => Object.assign(JSON.parse(`{"__proto__":${JSON.stringify(honest())}}`), { v: 1 }),
  ]
  for (let index = 0; index < count; index += 1) target.postMessage(oneOf(kinds)(), '*')
  return count
}
