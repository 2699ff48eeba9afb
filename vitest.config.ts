import {defineConfig} from 'vitest/config';

export default defineConfig({
	test: {
		include: ['test/**/*.test.{ts,tsx}'],
		setupFiles: ['test/setup.ts'],
		// Journeys start processes and read terminals: generous, since a test never waits for time but for content.
		testTimeout: 30_000,
		hookTimeout: 30_000,
		// By default one less than there are cores: on two, the journeys would wait for one another.
		maxWorkers: 2,
		env: {TZ: 'UTC', FORCE_COLOR: '0'},
	},
});
