const OF_THE_WORLD =
  'seed keys server responseLoss drop requestLoss latency timeout retry attempts backoff jitter amount card duplicate rateLimit crash pause serverError errorReplay keyRequired memory ttl lease'

const OF_THE_PAGE = 'run scenario twin open speed start clock theme motion presenter hide lock links resize v'

/** The parameters of the address, each an attribute of the element. What a page sets beside them is none of the simulator's. */
export const PARAMETERS: readonly string[] = `${OF_THE_WORLD} ${OF_THE_PAGE}`.split(' ')
