/** `npm run bench`: one benchmark after the other, each a ratio within its own run. */
console.log('Live layer: one changed document\n')
await import('./live.bench.ts')
console.log('\nEmbedded lake: queries against plain groq-js over an array\n')
await import('../../studio/lake/query/query.bench.ts')
console.log('\nMany tills on one product in one series\n')
await import('./contention.bench.ts')
console.log('\nAnalytics: what a range shows, from day summaries\n')
await import('./analytics.bench.ts')
