/** What the SDK has to say to programmers would land on the screen of the app. */
export const silentLogger = {
	debug() {},
	info() {},
	warn() {},
	error() {},
};
