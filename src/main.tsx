import { createRoot } from 'react-dom/client'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { App } from './app/App.tsx'
import { beginAt } from './app/begin.ts'
import { keepAddress, permalinkTo } from './app/keep-address.ts'
import { createPageStore } from './app/page-store.ts'
import { createApi } from './embed/api.ts'
import { listenToHost } from './embed/host/listen-to-host.ts'
import { fetchLater, loadAll } from './ui/later.tsx'

/** The composition root: address bar → store → app. */
const { simulator, page, opened } = beginAt(window.location)
const pageStore = createPageStore(page)
const permalink = permalinkTo(simulator, pageStore)

let tellReady = () => {}
const ready = new Promise<void>(resolve => {
  tellReady = resolve
})
let isOpen = opened === null
// Until the run in the address has been read, the address itself is its link.
window.doubleCharge = createApi(simulator, ready, () => (isOpen ? permalink() : window.location.href))
if (window.parent !== window) listenToHost(window.doubleCharge, page.resize === 'on')

// All that the first view can do without is fetched while that is drawn.
void loadAll()

// In a frame out of sight time stands.
if (window.parent !== window)
  fetchLater(async () => (await import('./app/rest-unseen.ts')).restUnseen(simulator, document.body))

// A run in the address is read before anything is drawn: nobody shall see another one first.
void Promise.resolve(opened).then(() => {
  isOpen = true
  keepAddress(simulator, pageStore)
  const root = document.getElementById('root')
  if (root)
    createRoot(root).render(
      <App
        simulator={simulator}
        pageStore={pageStore}
        permalink={permalink}
        onReady={() => loadAll().then(tellReady)}
      />,
    )
})
