import type { Chapter } from '../chapter.ts'
import After from './after.mdx'
import Before from './before.mdx'
import { Lab } from './Lab.tsx'
import { runs } from './runs.ts'
import Teacher from './teacher.mdx'

export const chapter: Chapter = { Before, Lab, After, Teacher, runs }
