import type {DescribeRegionsCommandOutput} from '@aws-sdk/client-ec2';
import type {Client, SmithyResolvedConfiguration} from '@smithy/core/client';

/**
Waits for a turn before each attempt of this one command: what the SDK sends again counts against AWS's pace as well.

Inside of the SDK's retries, and before the request is signed, since a signature is good for some minutes only.
*/
export function paceAttempts<Input extends object, Output extends Pick<DescribeRegionsCommandOutput, '$metadata'>>(
	{middlewareStack}: Pick<Client<object, Input, Output, SmithyResolvedConfiguration<object>>, 'middlewareStack'>,
	beforeAttempt: () => Promise<void>,
): void {
	function wait<Call, Result>(next: (call: Call) => Promise<Result>): (call: Call) => Promise<Result> {
		return async (call) => {
			await beforeAttempt();
			return next(call);
		};
	}

	middlewareStack.addRelativeTo(wait, {relation: 'after', toMiddleware: 'retryMiddleware', name: 'pacedAttempts'});
}
