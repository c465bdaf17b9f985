/**
 * Puts a text into the clipboard; true when it is there. Frames without permission refuse the first way, but allow the
 * second on a click.
 */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const field = document.createElement('textarea')
  const before = document.activeElement
  field.value = text
  field.setAttribute('aria-hidden', 'true')
  field.style.position = 'fixed'
  field.style.opacity = '0'
  // Beside what has the focus: a panel that closes when the focus leaves it stays open.
  const place = before?.parentElement ?? document.body
  place.append(field)
  field.select()
  let copied = false
  try {
    copied = document.execCommand('copy')
  } catch {
    copied = false
  }
  if (before instanceof HTMLElement) before.focus({ preventScroll: true })
  field.remove()
  return copied
}
