/** Scripts of three kinds of hosts, each written after what its kind does; each obeys the frames that name it in `data-host`. */
export const HEIGHT_HOSTS = `
  const of = (source, kind) => [...document.querySelectorAll('iframe[data-host~="' + kind + '"]')]
    .find(each => each.contentWindow === source)
  addEventListener('message', ({ data, source }) => {
    const own = of(source, 'own')
    if (own && data.source === 'double-charge-simulator' && data.type === 'resize')
      own.style.height = data.payload.height + 'px'
    const canvas = of(source, 'canvas')
    if (canvas && data.subject === 'lti.frameResize') canvas.style.height = data.height + 'px'
  })
  // As h5p-resizer.js does it: a greeting, then heights in two steps so that a frame can shrink.
  addEventListener('message', ({ data, source, origin }) => {
    const h5p = of(source, 'h5p')
    if (!h5p || data.context !== 'h5p') return
    const respond = action => source.postMessage({ context: 'h5p', action }, origin)
    if (data.action === 'hello') {
      h5p.dataset.greeted = 'yes'
      addEventListener('resize', () => respond('resize'))
      respond('hello')
    }
    if (data.action === 'prepareResize') {
      if (h5p.clientHeight === data.scrollHeight && data.scrollHeight === data.clientHeight) return
      h5p.style.height = data.clientHeight + 'px'
      respond('resizePrepared')
    }
    if (data.action === 'resize') h5p.style.height = data.scrollHeight + 'px'
  })`
