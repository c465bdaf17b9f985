import { type ComponentType, type ReactNode, Suspense, use } from 'react'

const loads = new Set<() => Promise<unknown>>()

/**
 * A part of the page that is fetched after the first view. Until it is there its place is kept by `waiting`; once it is
 * there it is drawn at once, without another wait.
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  waiting: ReactNode = null,
): ComponentType<Props> {
  let part: ComponentType<Props> | null = null
  let loading: Promise<void> | null = null
  const start = () => {
    loading ??= load().then(loaded => {
      part = loaded
    })
    return loading
  }
  loads.add(start)

  // biome-ignore lint/correctness/noComponentHookFactories: made once, at the top of a module, as React.lazy makes it
  function Part(props: Props) {
    if (!part) use(start())
    const Loaded = part
    return Loaded && <Loaded {...props} />
  }
  // biome-ignore lint/correctness/noComponentHookFactories: as above
  return function Later(props: Props) {
    return (
      <Suspense fallback={waiting}>
        <Part {...props} />
      </Suspense>
    )
  }
}

/** Something else than a part of the page that is fetched after the first view. */
export function fetchLater(load: () => Promise<unknown>): void {
  loads.add(load)
}

/** Fetches all that comes later, so that it is there before somebody asks for it. */
export async function loadAll(): Promise<void> {
  await Promise.all([...loads].map(load => load()))
}
