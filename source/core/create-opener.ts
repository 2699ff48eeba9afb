/** Opens something once, and again only where that has failed. */
export type Opener<Opened> = {
	readonly open: () => Promise<Opened>;
	/** `null`: it is not open yet. */
	readonly opened: () => Opened | null;
};

export function createOpener<Opened>(open: () => Promise<Opened>): Opener<Opened> {
	let opening: Promise<Opened> | null = null;
	let opened: Opened | null = null;
	return {
		async open() {
			opening ??= open();
			try {
				opened = await opening;
				return opened;
			} catch (error) {
				opening = null;
				throw error;
			}
		},
		opened: () => opened,
	};
}
