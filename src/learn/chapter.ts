import type { MDXContent } from 'mdx/types'
import type { ComponentType } from 'react'
import type { Run } from './run.ts'

/** A chapter: its prose before and after the lab, its lab, and the runs its prose points to. */
export interface Chapter {
  /** `before.mdx`: what one needs to know to begin. */
  readonly Before: MDXContent
  readonly Lab: ComponentType
  /** `after.mdx`: what to notice. */
  readonly After: MDXContent
  /** By the name that `<Shown run="…">` says. */
  readonly runs: Readonly<Record<string, Run>>
  /** `teacher.mdx`: goal, minutes, questions, answers. */
  readonly Teacher: MDXContent
}
