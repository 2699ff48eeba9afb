import {onTestFinished, vi} from 'vitest';

/** Local time is that of `zone`, a name such as `Europe/Berlin`, until the test ends. */
export function liveIn(zone: string): void {
	vi.stubEnv('TZ', zone);
	onTestFinished(() => {
		vi.unstubAllEnvs();
	});
}
