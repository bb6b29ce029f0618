/** What the queue is asked for in this module: that told messages be handed on, and that a delivery be sent. */
import { z } from 'zod'

export const handOn = 'message/hand-on'
export const handOnOrder = z.object({ messages: z.array(z.uuid()) })
export type HandOn = z.infer<typeof handOnOrder>

export const send = 'message/send'
export const sendOrder = z.object({ delivery: z.uuid() })
export type Send = z.infer<typeof sendOrder>
