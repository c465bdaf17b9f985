/** What is wrong with a frame's title; '' for nothing. */
export function titleProblem(text: string): string {
  if (text.trim() === '') return 'Give the frame a title: without one a screen reader cannot tell what it is.'
  return text.length > 120 ? 'A title has 120 characters at most.' : ''
}

/** What is wrong with the single file's address; '' for nothing. */
export function addressProblem(text: string): string {
  const address = text.trim()
  if (address === '') return 'Say where the file is: its name, where it lies beside the course page.'
  if (/^file:|^[a-z]:[\\/]|\\/i.test(address))
    return 'This leads to your own computer only: put the file on the web.'
  if (/[?#\s"<>]/.test(address)) return 'The address ends with the file’s name, and has no spaces.'
  if (/^[a-z][a-z\d+.-]*:/i.test(address) && !/^https?:\/\/[^/]+\/./i.test(address))
    return 'A whole address begins with https:// and ends with the file’s name.'
  return ''
}
