/**
 * The words one can read in the viewport, as they stand. Runs in the page, so it leans on nothing around it. What is
 * hidden, clipped away or covered does not count, nor does a list's choice beside the chosen one.
 */
export function visibleWords(): string[] {
  const isCoveredAt = (element: Element, x: number, y: number) => {
    const top = document.elementFromPoint(x, y)
    return !top || !(element.contains(top) || top.contains(element))
  }
  const isSeen = (text: Text) => {
    const element = text.parentElement
    if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false
    const range = document.createRange()
    range.selectNodeContents(text)
    return [...range.getClientRects()].some(({ left, top, width, height }) => {
      const x = left + width / 2
      const y = top + height / 2
      const inside = x > 0 && y > 0 && x < window.innerWidth && y < window.innerHeight
      return width > 1 && height > 1 && inside && !isCoveredAt(element, x, y)
    })
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  const words: string[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (isSeen(node as Text))
      words.push(...(node.textContent?.match(/[\p{L}\p{N}$][\p{L}\p{N}$.,’'%×−-]*/gu) ?? []))
  }
  return words
}
