import { useStore } from 'zustand'
import { PAGE_KNOBS, type Page } from '../embed/page-knobs.ts'
import { Select } from '../ui/Select.tsx'
import type { PageStore } from './page-store.ts'

/** Theme and motion, under More settings. */
export function PageControls({ pageStore }: { pageStore: PageStore }) {
  return (
    <>
      <PageSelect pageStore={pageStore} name="theme" />
      <PageSelect pageStore={pageStore} name="motion" />
    </>
  )
}

function PageSelect<Name extends 'theme' | 'motion'>({
  pageStore,
  name,
}: {
  pageStore: PageStore
  name: Name
}) {
  const value = useStore(pageStore, page => page[name])
  const knob = PAGE_KNOBS[name]
  const options = knob.kind === 'choice' ? knob.options : []
  return (
    <Select
      label={knob.label}
      options={options}
      value={value}
      onChange={chosen => pageStore.setState({ [name]: chosen as Page[Name] } as Partial<Page>)}
    />
  )
}
