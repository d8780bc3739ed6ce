/** An error in the shape of the hosted API around the data: `{statusCode, error, message}`. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly title: string

  constructor(status: number, title: string, message: string) {
    super(message)
    this.status = status
    this.title = title
  }
}

export const badRequest = (message: string) => new ApiError(400, 'Bad Request', message)
export const notFound = (message: string) => new ApiError(404, 'Not Found', message)
export const tooMany = (message: string) => new ApiError(429, 'Too Many Requests', message)
