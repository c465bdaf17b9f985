/** A script a chapter offers for its console. */
export interface Script {
  readonly id: string
  readonly label: string
  readonly text: string
}
