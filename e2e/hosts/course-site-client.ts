import { createElement } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { CourseSite } from './course-site.ts'

const root = document.getElementById('site')
if (root)
  hydrateRoot(root, createElement(CourseSite, { path: window.location.pathname }), {
    onRecoverableError: error => console.error('hydration', error),
  })
