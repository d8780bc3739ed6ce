/** Shows progress on one line of a terminal; elsewhere (a log, a pipe) a line for every tenth part. */
export function createProgressLine(title: string): (done: number, total: number) => void {
  const isTerminal = process.stdout.isTTY
  let shown = -1
  return (done, total) => {
    const percent = total === 0 ? 100 : Math.floor((100 * done) / total)
    const step = isTerminal ? percent : Math.floor(percent / 10) * 10
    if (step === shown) return
    shown = step
    process.stdout.write(
      isTerminal ? `\r${title} ${step} %${step === 100 ? '\n' : ''}` : `${title} ${step} %\n`,
    )
  }
}
