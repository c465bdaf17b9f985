import type { DoubleCharge } from '../api-types.ts'

/** How an answer says which question it belongs to. */
export type MessageId = string | number

/** What a host page says to a frame: section 4 of the contract, checked. */
export type HostMessage =
  | { readonly type: 'hello' | 'subscribe'; readonly id: MessageId | undefined }
  | {
      readonly type: 'command'
      readonly id: MessageId | undefined
      readonly command: string
      readonly args: readonly unknown[]
    }

/** How a command ended. */
export type Answer =
  | { readonly ok: true; readonly result: unknown }
  | { readonly ok: false; readonly error: { readonly name: string; readonly message: string } }

/** The methods of `window.doubleCharge` that a host may call: all but `on`, whose listener no message can carry. */
export type Command = Exclude<
  {
    [Name in keyof DoubleCharge]: DoubleCharge[Name] extends (...args: never[]) => unknown ? Name : never
  }[keyof DoubleCharge],
  'on'
>

/** What a frame says to its host. */
export interface FrameMessage {
  readonly source: 'double-charge-simulator'
  readonly v: 1
  readonly type: 'ready' | 'resize' | 'state' | 'event' | 'reply'
  readonly id?: MessageId
  readonly payload: unknown
}
