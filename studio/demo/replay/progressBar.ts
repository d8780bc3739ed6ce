const WIDTH = 30

/** A bar on standard error: redrawn on a terminal, a line for every tenth part elsewhere. */
export function createProgressBar(title: string): (done: number, total: number) => void {
  const {isTTY} = process.stderr
  let shown = -1
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
    const step = isTTY ? percent : Math.floor(percent / 10) * 10
    if (step === shown) return
    shown = step
    const filled = Math.round((step / 100) * WIDTH)
    const bar = `${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)}`
    const line = `${title} ${bar} ${step} % · ${done} of ${total} rows`
    process.stderr.write(isTTY ? `\r${line}${done === total ? '\n' : ''}` : `${line}\n`)
  }
}
