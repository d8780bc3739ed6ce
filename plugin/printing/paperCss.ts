import type {PaperSize} from '../domain/documents.ts'

const MILLIMETRES_PER_PIXEL = 25.4 / 96
const ROLL_MARGIN = 4

/** Black on white whatever the Studio's scheme: this is paper. */
const SHARED = `
* { box-sizing: border-box; }
html { background: white; color: black; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { margin: 0; font: 10pt/1.4 system-ui, sans-serif; font-variant-numeric: tabular-nums; }
h1, h2, p, dl, dd, ul { margin: 0; padding: 0; }
h1 { font-size: 1.5em; line-height: 1.2; }
h2 { font-size: 1.15em; }
address { font-style: normal; white-space: pre-line; }
table { border-collapse: collapse; width: 100%; }
th { font-weight: 600; text-align: start; }
th, td { padding: 0.3em 0; vertical-align: top; }
thead th { border-bottom: 1px solid black; }
tbody.lines td { border-bottom: 1px dotted black; }
tr, dl > div { break-inside: avoid; }
.number { text-align: end; white-space: nowrap; }
.small { font-size: 0.85em; }
.strong { font-weight: 700; font-size: 1.15em; }
.strong > * { border-top: 1px solid black; }
.void { border: 2px solid black; font-weight: 700; padding: 0.2em 0.6em; text-align: center; }
.pre { white-space: pre-line; }
dl > div { display: flex; gap: 1em; justify-content: space-between; }
article { display: grid; gap: 1em; }
article + article { break-before: page; }
@media print { .only-screen { display: none; } }
@media screen { .only-screen { border: 1px dashed; padding: 0.5em; } }
@media screen { article + article { border-top: 1px dashed grey; margin-top: 2em; padding-top: 2em; } }
.codes { align-items: center; display: flex; gap: 1.5em; justify-content: space-between; }
.codes figure { margin: 0; text-align: center; }
svg { display: block; margin: 0 auto; }
`

const A4 = `
@page { size: A4; margin: 14mm; }
@media screen { body { padding: 14mm; min-width: 150mm; } }
.only-roll { display: none; }
.top { display: flex; gap: 2em; justify-content: space-between; }
.top > :last-child { min-width: 60mm; }
.lines-table th, .lines-table td { padding-inline-end: 1em; }
.lines-table th:last-child, .lines-table td:last-child { padding-inline-end: 0; }
.sums { margin-inline-start: auto; width: 80mm; }
`

function rollCss(height: number): string {
  const long = Math.ceil(height * MILLIMETRES_PER_PIXEL) + 2 * ROLL_MARGIN
  return `
@page { size: 80mm ${Math.max(long, 60)}mm; margin: ${ROLL_MARGIN}mm; }
@media screen { body { margin: 0 auto; padding: ${ROLL_MARGIN}mm; } }
body { font-size: 9pt; width: ${80 - 2 * ROLL_MARGIN}mm; }
@media screen { body { width: 80mm; } }
.only-a4 { display: none; }
.top { display: grid; gap: 1em; }
.top > :first-child { text-align: center; }
.codes { display: grid; justify-content: center; }
`
}

/** The style sheet of a page; a roll is as long as its content (`height` in CSS pixels). */
export function paperCss(size: PaperSize, height: number): string {
  return SHARED + (size === 'a4' ? A4 : rollCss(height))
}

const LABELS = `
@page { size: A4; margin: 8mm; }
@media screen { body { padding: 8mm; min-width: 194mm; } }
.labels { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); list-style: none; }
.labels li { align-content: center; border: 1px dotted grey; break-inside: avoid; display: grid; gap: 0.3em;
  height: 35mm; justify-items: center; overflow: hidden; padding: 2mm; text-align: center; }
.labels .price { font-size: 1.4em; font-weight: 700; }
.labels figure { margin: 0; }
.labels svg { max-height: 9mm; }
`

/** The style sheet of a sheet of labels, 3 by 8 on A4. */
export function labelCss(): string {
  return SHARED + LABELS
}
