/** A point of the plot, in pixels. */
export interface Place {
  readonly x: number
  readonly y: number
}

/** Level until the next point, and then down or up to it; the last level reaches to the end. Backwards for an outline. */
export function stair(places: readonly Place[], end: number, backwards = false): string {
  const corners = places.flatMap((place, index) => [
    `${place.x} ${place.y}`,
    `${places[index + 1]?.x ?? end} ${place.y}`,
  ])
  return (backwards ? corners.reverse() : corners).join('L')
}
