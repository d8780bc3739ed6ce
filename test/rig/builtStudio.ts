import {buildStudio} from '../../studio/run/buildStudio.ts'

/** Before the first file, so that files that run beside each other do not build the same Studio each for itself. */
export async function setup(): Promise<void> {
  await buildStudio()
}
