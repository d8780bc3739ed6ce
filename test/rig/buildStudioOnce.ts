import {buildStudio} from '../../studio/run/buildStudio.ts'

/** Before the first file of a project that opens the Studio: two files at once would build it twice. */
export async function setup(): Promise<void> {
  await buildStudio()
}
