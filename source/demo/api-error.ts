/** An answer with an error code, as the EC2 API reference lists them ("Error codes for the Amazon EC2 API"). */
export class ApiError extends Error {
	override readonly name = 'ApiError';
	/** The HTTP status. */
	readonly status: number;
	readonly code: string;

	constructor(status: number, code: string, message: string) {
		super(message);
		this.status = status;
		this.code = code;
	}
}
