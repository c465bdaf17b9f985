/** What a colour means: unknown, lost, safe, under way, or nothing in particular. */
export type Tone = 'unsure' | 'lost' | 'safe' | 'way' | 'plain'
