/** Tones of @sanity/ui's badges and cards that the shop uses. */
export type BadgeTone = 'default' | 'neutral' | 'primary' | 'positive' | 'caution' | 'critical'
