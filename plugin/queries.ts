/** GROQ for what lies beyond the live working set. Inside the package it is imported from where it stands. */
export * from './domain/queries.ts'
